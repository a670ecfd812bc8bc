package cn.anlan.web.hotspots;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An answer as it leaves: where it is hot, how sure that is, and from what it was computed. Places
 * of cells stand in the GeoJSON.
 *
 * @param moran null where the method does not tell it
 * @param verdicts how many units have each verdict, those that are no findings as {@code none}
 * @param expectedByChance how many units would have p below 0.05 if nothing but chance were at
 *     work; null for methods that test no single unit
 * @param below05 how many have
 * @param explain for people
 * @param notes what else must be known of the figures; may be empty
 * @param numberMatched how many units there are to list
 * @param cells the first of them, findings before others
 */
public record HotspotAnswer(
    Manifest manifest,
    Moran moran,
    Map<String, Integer> verdicts,
    Double expectedByChance,
    Integer below05,
    Text explain,
    List<Text> notes,
    int numberMatched,
    List<Finding> cells) {

  /**
   * @param method see {@link Method}
   * @param permutations drawings behind p; null where p is exact, or nothing is tested
   * @param seed of the drawings; null where nothing was drawn
   * @param version of the method as it stands in this program
   * @param units what events were counted in: hex, square, county
   * @param bandwidthM of the kernel or the neighbourhood; null where neighbours are those that
   *     touch
   * @param plane of the grid; null for counties
   * @param falseDiscoveryRate up to which a finding is called one; null for kernel density
   * @param dataCutOff the last day of a fact that went in, or null
   * @param events rows that went in
   * @param withoutPlace rows that were meant and have no point
   * @param unplaced rows with a point that belong to no unit
   * @param isDemo whether invented rows went in
   */
  public record Manifest(
      String layer,
      String method,
      String version,
      String units,
      Double cellM,
      Double bandwidthM,
      String kernel,
      Boolean adaptive,
      String value,
      String per,
      String filter,
      LocalDate asOf,
      LocalDate dataCutOff,
      long dataVersion,
      Integer permutations,
      Long seed,
      Double falseDiscoveryRate,
      String plane,
      int unitCount,
      int events,
      int withoutPlace,
      int unplaced,
      boolean isDemo) {}

  /**
   * Global Moran's I of the same units.
   *
   * @param expected what chance gives
   * @param z under randomisation
   * @param p under randomisation, two-sided
   * @param pPermutation two-sided
   */
  public record Moran(
      double i, double expected, double z, double p, double pPermutation, int isolates) {}
}
