package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.Contiguity;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.riskmap.Regions;
import cn.anlan.web.riskmap.Regions.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The counties of a day that have an outline, and who touches whom (queen contiguity). What a
 * county without an outline counts is counted where it is drawn, as on the risk map.
 */
final class CountyUnits {
  private final Regions regions;
  private final List<Region> counties = new ArrayList<>();
  private final List<Geometry> outlines = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final SpatialWeights weights;

  CountyUnits(LayerSnapshot snapshot, Scope scope, LocalDate day) {
    regions = new Regions(snapshot, scope, "county", day);
    for (Region region : regions.valid()) {
      snapshot
          .findGeometry(region.outlineRow())
          .ifPresent(
              outline -> {
                places.put(region.code(), counties.size());
                counties.add(region);
                outlines.add(outline);
              });
    }
    weights = Contiguity.queen(outlines);
  }

  int size() {
    return counties.size();
  }

  Region county(int unit) {
    return counties.get(unit);
  }

  Geometry outline(int unit) {
    return outlines.get(unit);
  }

  /** The county that counts what is declared under a code; −1 for none. */
  int find(String countyCode) {
    Region region = countyCode == null ? null : regions.find(countyCode);
    return region == null ? -1 : places.getOrDefault(region.code(), -1);
  }

  /**
   * Where a finding is, for people.
   *
   * @param code of the county; null where it is in none
   */
  record Place(String code, String name) {}

  /** A county itself; of a cell the county that its middle lies in, which may be none. */
  Place place(Finding finding, Units units) {
    if (finding.name() != null) {
      return new Place(finding.code(), finding.name());
    }
    Point middle = units.outline(finding.unit()).getCentroid();
    for (int unit = 0; unit < size(); unit++) {
      if (outlines.get(unit).getEnvelopeInternal().contains(middle.getCoordinate())
          && outlines.get(unit).contains(middle)) {
        return new Place(counties.get(unit).code(), counties.get(unit).name());
      }
    }
    return new Place(
        null, String.format(Locale.ROOT, "%.3f°E %.3f°N", middle.getX(), middle.getY()));
  }

  /** Weight 1 for each neighbour, among some of the counties only, numbered in their order. */
  SpatialWeights weights(List<Integer> kept) {
    int[] number = new int[size()];
    Arrays.fill(number, -1);
    for (int k = 0; k < kept.size(); k++) {
      number[kept.get(k)] = k;
    }
    int[][] neighbours = new int[kept.size()][];
    for (int k = 0; k < kept.size(); k++) {
      neighbours[k] =
          Arrays.stream(weights.neighbours(kept.get(k)))
              .map(unit -> number[unit])
              .filter(unit -> unit >= 0)
              .toArray();
    }
    return SpatialWeights.binary(neighbours);
  }
}
