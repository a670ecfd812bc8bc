package cn.anlan.data.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How headings of files compare with names of fields, and names short enough for a Shapefile. */
public final class Headings {
  /** dBASE III allows ten bytes for a field's name. */
  private static final int SHORT = 10;

  private Headings() {}

  /** A heading without case, white space, hyphens, underscores and width of brackets. */
  public static String key(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replace('（', '(')
        .replace('）', ')')
        .replaceAll("[\\s\\u3000_\\-]+", "");
  }

  /**
   * A name of at most ten characters for every field, unique within the list and always the same:
   * the export writes them into Shapefiles and the import knows them again.
   */
  public static Map<String, String> shortNames(List<String> names) {
    Map<String, String> result = new LinkedHashMap<>();
    List<String> taken = new ArrayList<>();
    names.stream().filter(n -> n.length() <= SHORT).forEach(taken::add);
    for (String name : names) {
      String candidate = name;
      for (int i = 0; name.length() > SHORT && (i == 0 || taken.contains(candidate)); i++) {
        String tail = i == 0 ? "" : Integer.toString(i);
        candidate = squeezed(name, SHORT - tail.length()) + tail;
      }
      taken.add(candidate);
      result.put(name, candidate);
    }
    return result;
  }

  /**
   * The first ten characters of a name, which is what other programs make of it in a Shapefile;
   * empty where that is the name itself or could be another of the names.
   */
  public static Optional<String> findCut(String name, List<String> names) {
    if (name.length() <= SHORT) {
      return Optional.empty();
    }
    String cut = name.substring(0, SHORT);
    boolean ambiguous = names.stream().filter(n -> n.startsWith(cut)).count() > 1;
    return ambiguous ? Optional.empty() : Optional.of(cut);
  }

  /** Every word of a snake_case name gets an equal share: approval_project → appr_proje. */
  private static String squeezed(String name, int length) {
    String[] words = name.split("_");
    int share = Math.max(1, (length - words.length + 1) / words.length);
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(text.isEmpty() ? "" : "_").append(word, 0, Math.min(share, word.length()));
    }
    return text.substring(0, Math.min(length, text.length()));
  }
}
