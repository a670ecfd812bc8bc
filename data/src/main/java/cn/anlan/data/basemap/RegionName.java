package cn.anlan.data.basemap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a region is and was called: one row of {@code region_names.csv}.
 *
 * @param code GB/T 2260, six digits
 * @param level province, city or county
 * @param nameInSource the name in the boundary package of 2017; empty where it has none
 * @param aliases former names and known misprints
 * @param shortName the name without its 省市县区
 * @param validFrom first day, null where it is older than the data; dates are [verify] where {@code
 *     note} says so
 * @param validTo first day on which the unit no longer exists, null today
 * @param successorCode the unit that took over; null today
 * @param drawnIn codes of the units whose drawn area holds this one, where it is not drawn itself
 * @param population residents in the census of 2020; null for former units
 */
public record RegionName(
    String code,
    String name,
    String level,
    String parentCode,
    String nameInSource,
    List<String> aliases,
    String shortName,
    List<String> formerCodes,
    LocalDate validFrom,
    LocalDate validTo,
    String successorCode,
    List<String> drawnIn,
    String nameEn,
    String pinyin,
    Long population,
    Integer populationYear,
    String populationSource,
    String note) {

  /** Whether the unit exists today. */
  public boolean isCurrent() {
    return validTo == null;
  }

  /** Whether the base map has a polygon of its own for it. */
  public boolean isDrawn() {
    return isCurrent() && drawnIn.isEmpty();
  }

  static RegionName of(Map<String, String> row) {
    return new RegionName(
        row.get("code"),
        row.get("name"),
        row.get("level"),
        text(row, "parent_code"),
        row.get("name_in_source"),
        CsvTable.list(row.get("aliases")),
        row.get("short_name"),
        CsvTable.list(row.get("former_codes")),
        Optional.ofNullable(text(row, "valid_from")).map(LocalDate::parse).orElse(null),
        Optional.ofNullable(text(row, "valid_to")).map(LocalDate::parse).orElse(null),
        text(row, "successor_code"),
        CsvTable.list(row.get("drawn_in")),
        row.get("name_en"),
        row.get("pinyin"),
        Optional.ofNullable(text(row, "population")).map(Long::valueOf).orElse(null),
        Optional.ofNullable(text(row, "population_year")).map(Integer::valueOf).orElse(null),
        text(row, "population_source"),
        text(row, "note"));
  }

  private static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    return value.isBlank() ? null : value;
  }
}
