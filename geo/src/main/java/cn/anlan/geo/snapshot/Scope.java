package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who may see what: which regions, and layers of which disclosure classes. Every {@link Query} has
 * one, and every cache key must contain its {@link #cacheKey()}.
 *
 * <p>Under a limited scope a row is visible where the code in its layer's region column begins with
 * one of the scope's prefixes; a row without a region, and every row of a layer without a region
 * column, is not. Two scopes are equal where they let the same be seen, whatever their names.
 */
public final class Scope {
  private final String name;
  private final Set<String> prefixes; // null: the whole province and what lies outside it
  private final Set<Disclosure> classes;

  private Scope(String name, Set<String> prefixes, Set<Disclosure> classes) {
    this.name = Objects.requireNonNull(name, "name");
    this.prefixes = prefixes;
    this.classes = classes.isEmpty() ? EnumSet.noneOf(Disclosure.class) : EnumSet.copyOf(classes);
  }

  /** All rows of all layers. */
  public static Scope wholeProvince(String name) {
    return new Scope(name, null, EnumSet.allOf(Disclosure.class));
  }

  /** All rows of the layers of some disclosure classes. */
  public static Scope wholeProvince(String name, Set<Disclosure> classes) {
    return new Scope(name, null, classes);
  }

  /**
   * The rows of some regions.
   *
   * @param regionCodes codes of administrative divisions (GB/T 2260): six digits, or the first two
   *     (province) or four (city), or nine to twelve (township); 360400 means all that begins with
   *     3604
   */
  public static Scope regions(
      String name, Collection<String> regionCodes, Set<Disclosure> classes) {
    return new Scope(
        name,
        regionCodes.stream().map(Scope::prefix).collect(Collectors.toCollection(TreeSet::new)),
        classes);
  }

  private static String prefix(String code) {
    if (code == null || !code.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}")) {
      throw new UserFault(
          "行政区划代码无效 / not a region code: " + code,
          "应为 2、4、6、9 或 12 位数字 / give 2, 4, 6, 9 or 12 digits");
    }
    String prefix = code;
    if (prefix.length() == 12 && prefix.endsWith("000")) {
      prefix = prefix.substring(0, 9);
    }
    if (prefix.length() == 9 && prefix.endsWith("000")) {
      prefix = prefix.substring(0, 6);
    }
    while (prefix.length() > 2 && prefix.length() <= 6 && prefix.endsWith("00")) {
      prefix = prefix.substring(0, prefix.length() - 2);
    }
    return prefix;
  }

  public String name() {
    return name;
  }

  /** The beginnings of the region codes that may be seen; nothing where all may. */
  public Optional<Set<String>> regionPrefixes() {
    return Optional.ofNullable(prefixes).map(Set::copyOf);
  }

  /** Whether layers of this class may be seen at all. */
  public boolean allows(Disclosure disclosure) {
    return classes.contains(disclosure);
  }

  /** What is the same for two scopes exactly where they let the same be seen. */
  public String cacheKey() {
    String where = prefixes == null ? "*" : String.join("+", prefixes);
    return where + "/" + classes.stream().map(Enum::name).collect(Collectors.joining("+"));
  }

  /** The rows of a part of {@code snapshot} that may be seen; a new set. */
  RoaringBitmap rows(Part part, LayerSnapshot snapshot) {
    if (!allows(snapshot.disclosure())) {
      return new RoaringBitmap();
    }
    if (prefixes == null) {
      return RoaringBitmap.bitmapOfRange(0, part.size());
    }
    if (snapshot.regionColumn() == null) {
      return new RoaringBitmap();
    }
    TextColumn regions = (TextColumn) part.column(snapshot.regionColumn());
    return regions.matching(this::covers).trues().clone();
  }

  private boolean covers(String regionCode) {
    return prefixes.stream().anyMatch(regionCode::startsWith);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope that && cacheKey().equals(that.cacheKey());
  }

  @Override
  public int hashCode() {
    return cacheKey().hashCode();
  }

  @Override
  public String toString() {
    return "Scope[" + name + ": " + cacheKey() + "]";
  }
}
