package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.ground.Village;
import cn.anlan.data.demo.industry.DemoSectors.Sector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Draws enterprises: what they do, where they stand, how big they are. */
final class EnterpriseDrafts {
  private static final String[] FIRST = {
    "恒", "华", "瑞", "新", "宏", "金", "天", "泰", "兴", "安", "永", "嘉"
  };
  private static final String[] SECOND = {
    "源", "达", "润", "盛", "丰", "昌", "信", "宁", "成", "峰", "联", "康"
  };

  /** How much of the clear ground round an enterprise is kept for its risk points, in metres. */
  private static final double PREMISES_M = 300;

  private static final int HIGH_GROUND_TRIES = 6;

  /** Metres per degree, at most this in any direction of the province: for a safe lower bound. */
  private static final double LEAST_M_PER_DEG = 95_000;

  private final DemoSectors sectors;
  private final Settlements settlements;
  private final IndustrialParks parks;
  private final Random random;
  private final Weighted<Sector> bySector;
  private final Map<String, Weighted<County>> counties = new HashMap<>();
  private final List<EnterpriseDraft> drafts = new ArrayList<>();

  EnterpriseDrafts(
      DemoSectors sectors,
      Ground ground,
      Settlements settlements,
      IndustrialParks parks,
      Random random) {
    this.sectors = sectors;
    this.settlements = settlements;
    this.parks = parks;
    this.random = random;
    this.bySector = new Weighted<>(sectors.sectors(), Sector::share);
    for (Sector sector : sectors.sectors()) {
      counties.put(
          sector.sector(),
          new Weighted<>(
              ground.counties(),
              c -> c.population() * sector.favoured().getOrDefault(c.code(), 1.0)));
    }
  }

  /** So far, in order. */
  List<EnterpriseDraft> drafts() {
    return drafts;
  }

  /** The enterprise that runs a chemical plant, at the plant's inner point. */
  EnterpriseDraft onSite(County county, Polygon site, LocalDate commissionedOn) {
    Point gate = site.getInteriorPoint();
    double clearM = site.getExteriorRing().distance(gate) * LEAST_M_PER_DEG;
    Village village = nearest(county, gate.getCoordinate());
    Coordinate at = Rounded.place(gate.getCoordinate());
    return add(
        sectors.get("hazardous_chemicals"), village, at, clearM - 0.1, false, commissionedOn);
  }

  /** Any enterprise, in a county and a place that suit its sector. */
  void ordinary() {
    Sector sector = bySector.draw(random);
    County county = counties.get(sector.sector()).draw(random);
    LocalDate commissionedOn = DemoDates.between(random, 1995, 2020);
    if (random.nextDouble() < sector.parkShare()) {
      IndustrialPark park = parks.of(county);
      Coordinate at = FlatFrame.bySeries(park.centre()).within(inner(park.radiusM()), random);
      double clearM = park.radiusM() - distanceM(park.centre(), at) - 0.1;
      add(sector, park.village(), at, clearM, true, commissionedOn);
      return;
    }
    Village village = sector.highGround() ? high(county) : settlements.drawVillage(county, random);
    Coordinate at = FlatFrame.bySeries(village.at()).within(inner(village.clearRadiusM()), random);
    double clearM = village.clearRadiusM() - distanceM(village.at(), at) - 0.1;
    add(sector, village, at, clearM, false, commissionedOn);
  }

  private static double inner(double clearRadiusM) {
    return Math.max(clearRadiusM / 2, clearRadiusM - PREMISES_M);
  }

  private Village high(County county) {
    List<Village> villages = settlements.villagesOf(county);
    Village best = null;
    double bestM = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < HIGH_GROUND_TRIES; i++) {
      Village village = villages.get(random.nextInt(villages.size()));
      double heightM = Terrain.heightM(village.at().x, village.at().y);
      if (heightM > bestM) {
        best = village;
        bestM = heightM;
      }
    }
    return best;
  }

  private Village nearest(County county, Coordinate at) {
    Village best = null;
    for (Village village : settlements.villagesOf(county)) {
      if (best == null || distanceM(village.at(), at) < distanceM(best.at(), at)) {
        best = village;
      }
    }
    return best;
  }

  private static double distanceM(Coordinate a, Coordinate b) {
    return FlatFrame.bySeries(FlatFrame.middle(a, b)).distanceM(a, b);
  }

  private EnterpriseDraft add(
      Sector sector,
      Village village,
      Coordinate at,
      double clearM,
      boolean inPark,
      LocalDate commissionedOn) {
    String name =
        "示例"
            + FIRST[random.nextInt(FIRST.length)]
            + SECOND[random.nextInt(SECOND.length)]
            + sector.words().get(random.nextInt(sector.words().size()))
            + "（"
            + village.county().shortName()
            + "）"
            + (drafts.size() + 1)
            + "号";
    double size = random.nextDouble();
    String scale = size < 0.04 ? "large" : size < 0.16 ? "medium" : size < 0.66 ? "small" : "micro";
    EnterpriseDraft draft =
        new EnterpriseDraft(
            name, sector, scale, village, at, Math.max(0, clearM), inPark, commissionedOn);
    drafts.add(draft);
    return draft;
  }
}
