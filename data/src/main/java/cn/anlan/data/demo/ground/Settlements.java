package cn.anlan.data.demo.ground;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.LocalFrame;
import cn.anlan.data.demo.draw.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Townships and villages: where the province's people live, at every scale the same. */
public final class Settlements {
  private static final int RESIDENTS_PER_TOWNSHIP = 29_000;
  private static final int RESIDENTS_PER_VILLAGE = 2_600;

  private final List<Township> townships = new ArrayList<>();
  private final List<Village> villages = new ArrayList<>();
  private final Map<String, List<Village>> byCounty = new HashMap<>();
  private final Map<String, Weighted<Village>> weighted = new HashMap<>();

  private Settlements() {}

  public static Settlements draw(Ground ground, DemoPlan plan) {
    Settlements all = new Settlements();
    Random random = plan.random("settlement");
    for (County county : ground.counties()) {
      all.settle(county, new Places(county.geometry(), ground.preparedWater(), random));
    }
    return all;
  }

  public List<Township> townships() {
    return townships;
  }

  public List<Village> villages() {
    return villages;
  }

  public List<Village> villagesOf(County county) {
    return byCounty.get(county.code());
  }

  /** A village of the county, likelier where more people live. */
  public Village drawVillage(County county, Random random) {
    return weighted
        .computeIfAbsent(
            county.code(), c -> new Weighted<>(byCounty.get(c), v -> Math.max(1, v.residents())))
        .draw(random);
  }

  /**
   * A place by a village: in its county and on land, rounded to 1e-7°.
   *
   * @param spreadM how far from the village such things usually stand; never beyond its clear
   *     radius
   */
  public static Coordinate near(Village village, double spreadM, Random random) {
    double most = Math.max(0, village.clearRadiusM() - 0.1);
    double distanceM = Math.min(most, Math.abs(random.nextGaussian()) * spreadM);
    Coordinate at = LocalFrame.step(village.at(), random.nextDouble() * 360, distanceM);
    return new Coordinate(Math.round(at.x * 1e7) / 1e7, Math.round(at.y * 1e7) / 1e7);
  }

  private void settle(County county, Places places) {
    int towns =
        (int) Math.max(3, Math.round(county.population() / (double) RESIDENTS_PER_TOWNSHIP));
    List<Village> mine = new ArrayList<>();
    for (int t = 0; t < towns; t++) {
      long people = share(county.population(), towns, t);
      Township town =
          new Township(
              String.format("%s%03d", county.code(), 100 + t),
              "示例" + county.shortName() + "第" + (t + 1) + "镇",
              county,
              places.next().getCoordinate(),
              people);
      townships.add(town);
      int count = (int) Math.max(2, people / RESIDENTS_PER_VILLAGE);
      for (int v = 0; v < count; v++) {
        mine.add(
            new Village(
                town.code() + String.format("%03d", 200 + v),
                town.name() + (v + 1) + "村",
                town,
                v == 0 ? town.centre() : places.next().getCoordinate(),
                (int) share(people, count, v),
                0));
      }
    }
    villages.addAll(mine);
    byCounty.put(county.code(), mine);
  }

  private static long share(long total, int parts, int part) {
    return total * (part + 1) / parts - total * part / parts;
  }
}
