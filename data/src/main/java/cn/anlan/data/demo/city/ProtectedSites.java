package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import cn.anlan.data.demo.ground.Village;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * Protected places of seven of the eight classes. The eighth, the military one, stays empty: such
 * places are neither collected nor invented.
 */
final class ProtectedSites {
  /**
   * @param per residents for each such place
   * @param atLeast places in every county, however small
   */
  private record Kind(
      String protectedClass,
      String subkind,
      String word,
      int per,
      int atLeast,
      double spreadM,
      int persons,
      double heightM) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("crowded_place", "residential_area", "小区", 22_000, 3, 500, 2400, 45),
          new Kind("crowded_place", "market", "集贸市场", 30_000, 2, 300, 900, 9),
          new Kind("crowded_place", "park", "公园", 60_000, 1, 900, 400, 0),
          new Kind("public_facility", "school", "学校", 11_000, 4, 500, 950, 16),
          new Kind("public_facility", "kindergarten", "幼儿园", 9_000, 4, 400, 180, 9),
          new Kind("public_facility", "hospital", "医院", 24_000, 3, 500, 420, 28),
          new Kind("public_facility", "nursing_home", "敬老院", 28_000, 2, 700, 85, 10),
          new Kind("public_facility", "cinema", "影剧院", 160_000, 1, 400, 350, 18),
          new Kind("public_facility", "stadium", "体育馆", 320_000, 1, 900, 1500, 22),
          new Kind("drinking_water", "water_intake", "取水口", 180_000, 1, 1800, 0, 0),
          new Kind("drinking_water", "waterworks", "水厂", 120_000, 1, 1500, 25, 12),
          new Kind("transport_hub", "bus_station", "客运站", 90_000, 1, 600, 600, 14),
          new Kind("transport_hub", "wharf", "客运码头", 900_000, 0, 1500, 120, 6),
          new Kind("transport_hub", "telecom_hub", "通信枢纽", 400_000, 1, 400, 30, 30),
          new Kind("farming_fishery", "livestock_farm", "养殖场", 32_000, 2, 1500, 12, 6),
          new Kind("farming_fishery", "fish_hatchery", "水产苗种场", 260_000, 0, 1500, 10, 5),
          new Kind("farming_fishery", "seed_base", "种子基地", 300_000, 0, 1500, 15, 6),
          new Kind("scenic_nature", "scenic_area", "风景区", 250_000, 1, 2000, 500, 0),
          new Kind("scenic_nature", "nature_reserve", "自然保护区", 450_000, 0, 2500, 20, 0),
          new Kind("scenic_nature", "wetland_park", "湿地公园", 450_000, 0, 2000, 150, 0),
          new Kind("other_by_law", "heritage", "文物建筑", 120_000, 1, 700, 90, 10));

  private static final int FIRST_YEAR = 1975;
  private static final int YEARS = 47;

  private final Random random;

  /** A stream of its own: the years leave everything else as it is. */
  private final Random years;

  private final List<ProtectedSite> sites = new ArrayList<>();

  ProtectedSites(Random random, Random years) {
    this.random = random;
    this.years = years;
  }

  List<ProtectedSite> sites() {
    return sites;
  }

  void write(Ground ground, Settlements settlements, Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("PS", out);
    for (County county : ground.counties()) {
      for (Kind kind : KINDS) {
        double share = county.population() / (double) kind.per();
        int count = Math.max(kind.atLeast(), (int) (share + random.nextDouble()));
        for (int i = 0; i < count; i++) {
          write(kind, village(settlements, county, kind), rows);
        }
      }
    }
  }

  /** Scenery is where it is; everything else is where people are. */
  private Village village(Settlements settlements, County county, Kind kind) {
    return kind.protectedClass().equals("scenic_nature")
        ? settlements.villagesOf(county).get(random.nextInt(settlements.villagesOf(county).size()))
        : settlements.drawVillage(county, random);
  }

  private void write(Kind kind, Village village, NumberedRows rows) {
    Coordinate at = Settlements.near(village, kind.spreadM(), random);
    Township township = village.township();
    String name = township.name() + kind.word() + rows.next() + "号";
    long persons = Math.round(kind.persons() * Math.exp(0.5 * random.nextGaussian()));
    double heightM = Math.round(kind.heightM() * (0.6 + 0.8 * random.nextDouble()) * 10) / 10.0;
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", name);
    values.put("protected_class", kind.protectedClass());
    values.put("subkind", kind.subkind());
    values.put("persons", persons);
    values.put("height_m", heightM);
    values.put("built_year", (long) (FIRST_YEAR + years.nextInt(YEARS)));
    sites.add(new ProtectedSite(rows.nextCode(), name, kind.subkind(), village, at, persons));
    rows.write(values, at, 5.0);
  }
}
