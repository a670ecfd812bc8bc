package cn.anlan.analytics.assessment.facts;

import java.util.List;

/**
 * What a row can be declared under: a county (or any region's code), and a reporting unit besides
 * where it names one. A place is a pair of them, numbered; with the sector it is a series.
 *
 * @param units reporting units that rows name; place 0 of the unit is none
 * @param regions codes of regions that rows declare; one more place stands for all other codes
 * @param sectors one more place stands for all other values
 */
record Places(List<String> units, List<String> regions, List<String> sectors) {
  int count() {
    return (units.size() + 1) * (regions.size() + 1);
  }

  int sectorCount() {
    return sectors.size() + 1;
  }

  int seriesCount() {
    return count() * sectorCount() * Measure.COUNT;
  }

  /**
   * @param unit 0 for none, else the unit's place in the list plus one
   * @param region the region's place in the list; its size for any other code
   */
  int series(int unit, int region, int sector, Measure measure) {
    int place = unit * (regions.size() + 1) + region;
    return series(place, sector, measure);
  }

  int series(int place, int sector, Measure measure) {
    return (place * sectorCount() + sector) * Measure.COUNT + measure.ordinal();
  }

  /** The reporting unit of a place, or null. */
  String unit(int place) {
    int unit = place / (regions.size() + 1);
    return unit == 0 ? null : units.get(unit - 1);
  }

  /** The declared region of a place, or null for a code that is none. */
  String region(int place) {
    int region = place % (regions.size() + 1);
    return region == regions.size() ? null : regions.get(region);
  }
}
