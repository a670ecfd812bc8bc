package cn.anlan.analytics.assessment;

import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The model and its baseline: the office's own where {@code <conf>/models} has them, else ours.
 *
 * @param modelText the model's file as it stands, kept with every stored run
 * @param baselineText the same of the baseline
 * @param sha256 of both texts
 */
public record ModelFiles(
    AssessmentModel model,
    Baseline baseline,
    String modelText,
    String baselineText,
    String sha256) {
  public static final String MODEL = "regional.yaml";
  public static final String BASELINE = "regional-baseline.yaml";

  /**
   * @param confDirOrNull the office's directory; null or absent means there is none
   * @throws DefinitionException where a file cannot be used, with file, line and column
   */
  public static ModelFiles load(Path confDirOrNull) {
    return of(text(confDirOrNull, MODEL), text(confDirOrNull, BASELINE));
  }

  /**
   * From texts, as a stored run keeps them.
   *
   * @throws DefinitionException where one cannot be used
   */
  public static ModelFiles of(String modelText, String baselineText) {
    return new ModelFiles(
        model(modelText),
        StrictYaml.read("models/" + BASELINE, baselineText, Baseline.class),
        modelText,
        baselineText,
        sha256(modelText + "\n" + baselineText));
  }

  /** Only the model, for one who computes a baseline. */
  public static AssessmentModel loadModel(Path confDirOrNull) {
    return model(text(confDirOrNull, MODEL));
  }

  private static AssessmentModel model(String text) {
    return StrictYaml.read("models/" + MODEL, text, AssessmentModel.class);
  }

  public Assessor assessor() {
    return new Assessor(model, baseline);
  }

  private static String text(Path confDirOrNull, String name) {
    Path own = confDirOrNull == null ? null : confDirOrNull.resolve("models").resolve(name);
    try {
      if (own != null && Files.exists(own)) {
        return Files.readString(own);
      }
      try (InputStream in =
          ModelFiles.class.getClassLoader().getResourceAsStream("models/" + name)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading models/" + name, e);
    }
  }

  /** SHA-256 of a text in UTF-8, in hexadecimal. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
