package cn.anlan.data.source.encoding;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.encoding.EncodingEvidence.Verdict;
import cn.anlan.data.source.file.Problem;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a file's texts and how it is known.
 *
 * @param notices what the report must show: nothing where the encoding was declared, the odds and a
 *     sample where it was told by the texts themselves
 */
public record TextEncoding(Charset charset, List<Problem> notices) {
  private static final int LONGEST_SAMPLE = 40;

  /** Said by the user, the file or the format, or of no consequence. */
  public static TextEncoding declared(Charset charset) {
    return new TextEncoding(charset, List.of());
  }

  /** Text of plain ASCII only, which reads alike in all. */
  public static TextEncoding ascii() {
    return declared(StandardCharsets.UTF_8);
  }

  /**
   * What the texts themselves say.
   *
   * @param what whose encoding, as messages call it
   * @throws UserFault where they leave doubt; both likely readings are shown
   */
  public static TextEncoding byContent(EncodingEvidence evidence, String what) {
    Verdict verdict = evidence.verdict().filter(v -> isOurs(v.charset())).orElse(null);
    if (verdict == null || !verdict.isEvidence()) {
      throw new UserFault(
          what + " 没有声明文字编码,内容也不足以判定 (text encoding undeclared and in doubt)",
          "用 --encoding 指明: " + PersonalData.masked(evidence.readings()));
    }
    Problem notice =
        new Problem(
            "encoding",
            shown(verdict.sample()),
            "没有声明文字编码,按内容判定为 "
                + verdict.charset().name()
                + ",把握 "
                + verdict.oddsText()
                + " (encoding told by the texts)",
            "若此值读错,用 --encoding 指明编码");
    return new TextEncoding(verdict.charset(), List.of(notice));
  }

  /**
   * Refuses a declared one-byte encoding that any bytes fit, where the texts are evidently Chinese.
   */
  public static void requireNotBelied(Charset declared, EncodingEvidence evidence, String what) {
    boolean anythingFits = declared.newEncoder().maxBytesPerChar() == 1.0f;
    Optional<Verdict> verdict = evidence.verdict().filter(v -> isOurs(v.charset()));
    if (anythingFits && verdict.isPresent() && verdict.get().isEvidence()) {
      throw new UserFault(
          what
              + " 声明的编码 "
              + declared.name()
              + " 与内容不符 (declared encoding is belied by the texts): 按 "
              + verdict.get().charset().name()
              + " 读作“"
              + shown(verdict.get().sample())
              + "”,把握 "
              + verdict.get().oddsText(),
          "用 --encoding " + verdict.get().charset().name() + " 指明");
    }
  }

  /** Windows-1252 is weighed so that it is not taken for Chinese, but nobody here delivers it. */
  private static boolean isOurs(Charset charset) {
    return !charset.name().equals("windows-1252");
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    String cut = line.length() > LONGEST_SAMPLE ? line.substring(0, LONGEST_SAMPLE) + "…" : line;
    return PersonalData.masked(cut);
  }
}
