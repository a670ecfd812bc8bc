package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.AssuncaoReis;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * The counties and what was counted in each, by the county that a row declares. By population,
 * counties without residents are left out, and said.
 */
final class CountyCounts implements Units {
  private static final double PER_PEOPLE = 100_000;

  private final CountyUnits counties;
  private final List<Integer> kept;
  private final List<Integer> withoutPeople = new ArrayList<>();
  private final double[] counts;
  private final boolean perPopulation;
  private final int unplaced;

  CountyCounts(
      CountyUnits counties,
      Layer layer,
      LayerSnapshot snapshot,
      Events events,
      boolean perPopulation) {
    if (layer.regionField() == null) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有所在县，不能按县 (has no county)",
          "取 grid=hex 或 square (take hex or square)");
    }
    this.counties = counties;
    this.perPopulation = perPopulation;
    double[] all = new double[counties.size()];
    int nowhere = 0;
    for (int i = 0; i < events.size(); i++) {
      int unit = counties.find(snapshot.text(layer.regionField(), events.rows()[i]));
      if (unit < 0) {
        nowhere++;
      } else {
        all[unit] += events.weights()[i];
      }
    }
    this.unplaced = nowhere;
    this.kept =
        IntStream.range(0, all.length)
            .filter(unit -> hasPeople(unit) || !perPopulation)
            .boxed()
            .toList();
    IntStream.range(0, all.length)
        .filter(unit -> perPopulation && !hasPeople(unit))
        .forEach(withoutPeople::add);
    this.counts = kept.stream().mapToDouble(unit -> all[unit]).toArray();
  }

  private boolean hasPeople(int unit) {
    return counties.county(unit).population() > 0;
  }

  @Override
  public int size() {
    return counts.length;
  }

  @Override
  public String code(int unit) {
    return counties.county(kept.get(unit)).code();
  }

  @Override
  public String name(int unit) {
    return counties.county(kept.get(unit)).name();
  }

  @Override
  public Geometry outline(int unit) {
    return counties.outline(kept.get(unit));
  }

  @Override
  public double[] values() {
    return perPopulation
        ? AssuncaoReis.standardised(
            counts, kept.stream().mapToDouble(unit -> counties.county(unit).population()).toArray())
        : counts.clone();
  }

  @Override
  public double count(int unit) {
    return counts[unit];
  }

  @Override
  public double rate(int unit) {
    return perPopulation
        ? counts[unit] / counties.county(kept.get(unit)).population() * PER_PEOPLE
        : Double.NaN;
  }

  @Override
  public SpatialWeights weights() {
    return counties.weights(kept);
  }

  @Override
  public int unplaced() {
    return unplaced;
  }

  @Override
  public Text words() {
    return new Text(size() + " 个县（市、区）", size() + " counties");
  }

  @Override
  public List<Text> notes() {
    if (withoutPeople.isEmpty()) {
      return List.of();
    }
    String names =
        withoutPeople.stream()
            .map(unit -> counties.county(unit).name())
            .collect(Collectors.joining("、"));
    return List.of(
        new Text(
            "人口为 0 或未知，不计率而略去：" + names,
            "left out, for their population is 0 or unknown: " + names));
  }
}
