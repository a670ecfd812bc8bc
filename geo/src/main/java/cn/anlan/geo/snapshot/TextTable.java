package cn.anlan.geo.snapshot;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.Predicate;

/** Texts by number from 0. */
abstract sealed class TextTable permits Dictionary, SerialTexts {
  abstract int size();

  /** The number of {@code text}, or -1. */
  abstract int find(String text);

  /** The numbers of those of the texts that are there. */
  BitSet findAll(Collection<String> wanted) {
    BitSet numbers = new BitSet();
    for (String text : wanted) {
      int number = find(text);
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }

  abstract String get(int number);

  abstract long memoryBytes();

  /** The numbers of the texts that {@code wanted} accepts; each text is asked once. */
  final BitSet matching(Predicate<String> wanted) {
    BitSet result = new BitSet(size());
    for (int number = 0; number < size(); number++) {
      if (wanted.test(get(number))) {
        result.set(number);
      }
    }
    return result;
  }
}
