package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.ground.Township;
import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;

/** The layers township and resident_point, which carry the codes of the settlements themselves. */
final class Residents {
  /** The mean household of Jiangxi in the census of 2020 was a little under three. */
  private static final double PERSONS_PER_HOUSEHOLD = 2.9;

  private final Map<String, Geometry> outlines = new HashMap<>();

  static Residents draw(Ground ground, Settlements settlements, Random random, DemoSink sink) {
    Residents residents = new Residents();
    for (County county : ground.counties()) {
      residents.outlines.putAll(TownshipOutlines.of(county, settlements.townshipsOf(county)));
    }
    sink.layer(
        "township",
        out -> {
          for (Township township : settlements.townships()) {
            out.accept(residents.row(township));
          }
        });
    sink.layer(
        "resident_point",
        out -> {
          for (Village village : settlements.villages()) {
            out.accept(row(village, random));
          }
        });
    return residents;
  }

  /** Of a township. */
  Geometry outline(String code) {
    return outlines.get(code);
  }

  private DemoRow row(Township township) {
    Map<String, Object> values = new HashMap<>();
    String name = township.name();
    values.put("name", name);
    values.put("kind", name.endsWith("街道") ? "street" : name.endsWith("镇") ? "town" : "township");
    values.put("population", township.population());
    values.put("county_code", township.county().code());
    return new DemoRow(township.code(), values, outlines.get(township.code()), 200.0);
  }

  private static DemoRow row(Village village, Random random) {
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", village.name());
    values.put("kind", village.name().endsWith("社区") ? "quarter" : "village");
    values.put("population", (long) village.residents());
    double size = PERSONS_PER_HOUSEHOLD * (0.9 + 0.2 * random.nextDouble());
    values.put("households", Math.max(1, Math.round(village.residents() / size)));
    double heightM = Terrain.heightM(village.at().x, village.at().y);
    values.put("height_m", Math.round(heightM * 10) / 10.0);
    return new DemoRow(village.code(), values, Shapes.point(village.at()), 50.0);
  }
}
