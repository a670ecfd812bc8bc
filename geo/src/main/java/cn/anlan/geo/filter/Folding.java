package cn.anlan.geo.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is not told apart when texts are compared: CASEI, ACCENTI, both or neither. */
public enum Folding {
  NONE(false, false),
  /** CASEI: capitals and small letters are the same, in every script and under any locale. */
  CASE(true, false),
  /**
   * ACCENTI: a letter is the same with and without marks (é, ü). Letters that Unicode does not make
   * of a letter and a mark, such as ø, stay as they are.
   */
  ACCENTS(false, true),
  CASE_AND_ACCENTS(true, true);

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final boolean ofCase;
  private final boolean ofAccents;

  Folding(boolean ofCase, boolean ofAccents) {
    this.ofCase = ofCase;
    this.ofAccents = ofAccents;
  }

  /** This and another one as well. */
  Folding and(Folding other) {
    boolean caseToo = ofCase || other.ofCase;
    if (ofAccents || other.ofAccents) {
      return caseToo ? CASE_AND_ACCENTS : ACCENTS;
    }
    return caseToo ? CASE : NONE;
  }

  /** The text that all texts have in common that are not told apart. */
  String fold(String text) {
    String folded = text;
    if (ofAccents) {
      String apart = Normalizer.normalize(folded, Normalizer.Form.NFD);
      folded = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
    return ofCase ? folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : folded;
  }
}
