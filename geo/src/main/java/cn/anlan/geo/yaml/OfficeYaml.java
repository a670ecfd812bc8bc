package cn.anlan.geo.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A definition that ships with the product and that the office may replace as a whole: the file of
 * the same name below its configuration directory stands in place of ours, with a version of its
 * own.
 */
public final class OfficeYaml {
  private OfficeYaml() {}

  /**
   * Reads the office's file where there is one, else ours.
   *
   * @param file its path among our resources, such as {@code road/reach.yaml}
   * @param confDir the office's configuration directory
   * @throws DefinitionException where it is not a valid {@code type}, with line and column
   */
  public static <T> T read(String file, Path confDir, Class<T> type) {
    boolean own = Files.exists(confDir.resolve(file));
    return StrictYaml.read(own ? "conf/" + file : file, text(file, confDir, type), type);
  }

  /** The text of the file that {@link #read} reads. */
  public static String text(String file, Path confDir, Class<?> type) {
    Path own = confDir.resolve(file);
    try {
      return Files.exists(own) ? Files.readString(own) : shippedText(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException("reading conf/" + file, e);
    }
  }

  /** Reads ours. */
  public static <T> T shipped(String file, Class<T> type) {
    return StrictYaml.read(file, shippedText(file, type), type);
  }

  /**
   * The text of ours.
   *
   * @param type whose module has the file
   */
  public static String shippedText(String file, Class<?> type) {
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
