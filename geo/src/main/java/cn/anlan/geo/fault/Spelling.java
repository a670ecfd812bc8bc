package cn.anlan.geo.fault;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known word nearest to one that is not known. */
public final class Spelling {
  private static final int FARTHEST = 3;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Spelling() {}

  /** A short question naming the nearest known word, or an empty text where none is near. */
  public static String hint(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> DISTANCE.apply(k, word)))
        .filter(k -> DISTANCE.apply(k, word) <= FARTHEST)
        .map(k -> "是否指 (did you mean) " + k + "? ")
        .orElse("");
  }
}
