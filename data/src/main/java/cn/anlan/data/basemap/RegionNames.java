package cn.anlan.data.basemap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The regions' names and codes, today's and former ones, so that old documents resolve.
 *
 * <p>赣江新区 and other functional zones are not regions (an area that reports is not an area that
 * governs) and are not here.
 */
public final class RegionNames {
  private final Map<String, RegionName> byCode = new LinkedHashMap<>();

  RegionNames(List<RegionName> names) {
    for (RegionName name : names) {
      if (byCode.put(name.code(), name) != null) {
        throw new IllegalArgumentException("region code " + name.code() + " stands twice");
      }
    }
  }

  static RegionNames parse(String file, String csv) {
    return new RegionNames(CsvTable.parse(file, csv).stream().map(RegionName::of).toList());
  }

  /** Every row, former units last. */
  public List<RegionName> all() {
    return List.copyOf(byCode.values());
  }

  /** The row of a code, former ones included. */
  public Optional<RegionName> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The row of a code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public RegionName get(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no region " + code));
  }

  /**
   * The unit of today that a word from a document means: a code or name of today or of the past, a
   * known misprint, or a short name. Where a short name fits a city and a county (南昌, 吉安) it is the
   * city. Empty where nothing fits.
   */
  public Optional<RegionName> resolve(String words) {
    String text = words.strip();
    return find(text)
        .or(() -> first(n -> n.isCurrent() && n.name().equals(text)))
        .or(() -> first(n -> n.isCurrent() && n.aliases().contains(text)))
        .or(() -> first(n -> n.name().equals(text)))
        .or(() -> first(n -> n.isCurrent() && n.shortName().equals(text)))
        .or(() -> first(n -> n.shortName().equals(text)))
        .map(this::today);
  }

  private Optional<RegionName> first(Predicate<RegionName> fits) {
    return byCode.values().stream().filter(fits).findFirst();
  }

  private RegionName today(RegionName name) {
    return name.isCurrent() ? name : today(get(name.successorCode()));
  }
}
