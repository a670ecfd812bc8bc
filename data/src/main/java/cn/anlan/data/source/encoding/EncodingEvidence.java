package cn.anlan.data.source.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs in which encoding undeclared texts are, by how likely their bytes are in each. A model of
 * ours: a character of real Chinese text is one of the common ones (GB 2312 level 1, its signs;
 * Big5 level 1) with probability 0.98, each alike; a letter of Latin text with an accent stands
 * beside a plain one, and signs such as · are rare in it. UTF-8, GB18030, Big5 and Windows-1252 are
 * weighed; a reading with a malformed byte is ruled out. Odds of {@link #ENOUGH} against the next
 * best are evidence, less is doubt, and so are texts of which one is evidently of another encoding
 * than the others.
 *
 * <p>One common Chinese character is usually worth more than 100:1. Odds are capped at 10⁹.
 */
public final class EncodingEvidence {
  /** Odds from which on a reading is taken. */
  static final double ENOUGH = 100;

  /** First bytes of GB 2312 signs: punctuation, numerals, full-width and Greek letters, pinyin. */
  private static final Set<Integer> SIGNS = Set.of(0xA1, 0xA2, 0xA3, 0xA6, 0xA8);

  private static final Charset GB2312 = Charset.forName("GB2312");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final List<Charset> ALL =
      List.of(StandardCharsets.UTF_8, Encodings.GB18030, BIG5, LATIN);

  /** From which odds on a single text alone belies the verdict on all of them. */
  private static final double LN_ALONE = Math.log(1e6);

  private static final long PLENTY_BYTES = 1 << 20;
  private static final double LN_MOST = Math.log(1e9);

  private static final double ASCII = Math.log(1.0 / 60);
  private static final double COMMON = Math.log(0.98 / 3_800);
  private static final double RARE = Math.log(0.02 / 20_000);
  private static final double ACCENTED = Math.log(1.0 / 128);
  private static final double OUT_OF_PLACE = Math.log(0.02 / 128);

  /**
   * The most likely reading.
   *
   * @param odds against the next best, at most 10⁹
   * @param sample what {@link #show} was given, read so
   */
  public record Verdict(Charset charset, double odds, String sample) {
    /** Whether the odds suffice to take the reading. */
    boolean isEvidence() {
      return odds >= ENOUGH;
    }

    /** The odds in words: {@code 1200:1}, or that they are beyond 10⁹. */
    String oddsText() {
      return odds >= 0.99e9 ? "超过十亿比一 (over 10⁹:1)" : "%.0f:1".formatted(odds);
    }
  }

  private final Map<Charset, Double> likelihoods = new LinkedHashMap<>();
  private final Set<Charset> evidentAlone = new HashSet<>();
  private byte[] sample = new byte[0];
  private long weighed;

  /** Of no text yet. */
  public EncodingEvidence() {
    ALL.forEach(charset -> likelihoods.put(charset, 0.0));
  }

  /** Adds a whole text: a cell, or a line. */
  public void add(byte[] text) {
    if (isAscii(text)) {
      return;
    }
    weighed += text.length;
    Map<Charset, Double> own = new LinkedHashMap<>();
    for (Charset charset : ALL) {
      Encodings.decode(text, charset).ifPresent(t -> own.put(charset, likelihood(t, charset)));
    }
    likelihoods.keySet().retainAll(own.keySet());
    likelihoods.replaceAll((charset, sum) -> sum + own.get(charset));
    best(own).filter(b -> b.lead() > LN_ALONE).ifPresent(b -> evidentAlone.add(b.charset()));
  }

  private record Best(Charset charset, double lead) {}

  private static Optional<Best> best(Map<Charset, Double> likelihoods) {
    Charset best = null;
    double next = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Charset, Double> entry : likelihoods.entrySet()) {
      if (best == null || entry.getValue() > likelihoods.get(best)) {
        next = best == null ? next : likelihoods.get(best);
        best = entry.getKey();
      } else {
        next = Math.max(next, entry.getValue());
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Best(best, likelihoods.get(best) - next));
  }

  /** Whether any text was not plain ASCII. */
  public boolean isWeighed() {
    return weighed > 0;
  }

  /** Whether more texts would only cost time. */
  public boolean isPlenty() {
    return weighed > PLENTY_BYTES;
  }

  /** Whether there is a text to show. */
  public boolean hasSample() {
    return sample.length > 0;
  }

  /** Sets the text by which people shall judge the verdict; never one of a person. */
  public void show(byte[] text) {
    sample = text.clone();
  }

  /** The sample in the likely encodings. */
  String readings() {
    return "按 GB18030 读作“"
        + Encodings.decode(sample, Encodings.GB18030).orElse("(不是 GB18030)")
        + "”,按 UTF-8 读作“"
        + Encodings.decode(sample, StandardCharsets.UTF_8).orElse("(不是 UTF-8)")
        + "”";
  }

  /** Empty where all texts are ASCII, or none of the readings fits. */
  public Optional<Verdict> verdict() {
    if (!isWeighed()) {
      return Optional.empty();
    }
    return best(likelihoods)
        .map(
            b -> {
              boolean mixed = !Set.of(b.charset()).containsAll(evidentAlone);
              double odds = mixed ? 1 : Math.exp(Math.min(LN_MOST, b.lead()));
              return new Verdict(
                  b.charset(), odds, Encodings.decode(sample, b.charset()).orElse(""));
            });
  }

  private static double likelihood(String text, Charset charset) {
    double sum = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        sum += ASCII;
      } else if (charset.equals(LATIN) || c <= 0xFF && charset.equals(StandardCharsets.UTF_8)) {
        int after = i < text.length() ? text.codePointAt(i) : ' ';
        boolean inWord =
            Character.isLetter(c)
                && before < 0x80
                && (isPlainLetter(before) || isPlainLetter(after));
        sum += inWord ? ACCENTED : OUT_OF_PLACE;
      } else {
        sum += isCommon(c, charset) ? COMMON : RARE;
      }
      before = c;
    }
    return sum;
  }

  private static boolean isPlainLetter(int c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean isCommon(int c, Charset charset) {
    byte[] bytes = new String(Character.toChars(c)).getBytes(charset.equals(BIG5) ? BIG5 : GB2312);
    int lead = bytes[0] & 0xFF;
    if (bytes.length < 2) {
      return false;
    }
    return charset.equals(BIG5)
        ? lead <= 0xC6
        : SIGNS.contains(lead) || lead >= 0xB0 && lead <= 0xD7;
  }

  /** Whether the bytes read alike in every encoding that is weighed. */
  public static boolean isAscii(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
