package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** One industrial park for every county, some way off a settlement. */
final class IndustrialParks {
  private static final double WIDEST_M = 1600;
  private static final double NARROWEST_M = 200;
  private static final int TRIES_PER_WIDTH = 12;
  private static final int CORNERS = 24;

  private final Map<String, IndustrialPark> byCounty = new HashMap<>();

  static IndustrialParks draw(Ground ground, Settlements settlements, Random random) {
    IndustrialParks parks = new IndustrialParks();
    for (County county : ground.counties()) {
      parks.byCounty.put(county.code(), park(county, ground, settlements, random));
    }
    return parks;
  }

  IndustrialPark of(County county) {
    return byCounty.get(county.code());
  }

  private static IndustrialPark park(
      County county, Ground ground, Settlements settlements, Random random) {
    PreparedGeometry land = PreparedGeometryFactory.prepare(county.geometry());
    List<Village> villages = settlements.villagesOf(county);
    for (double radiusM = WIDEST_M; radiusM > NARROWEST_M; radiusM *= 0.8) {
      for (int i = 0; i < TRIES_PER_WIDTH; i++) {
        Village village = villages.get(random.nextInt(villages.size()));
        Coordinate centre = FlatFrame.bySeries(village.at()).within(2 * radiusM, random);
        Geometry disc = Shapes.disc(FlatFrame.bySeries(centre), radiusM * 1.02, CORNERS);
        if (land.covers(disc) && !ground.preparedWater().intersects(disc)) {
          return new IndustrialPark(village, centre, radiusM);
        }
      }
    }
    Village village = villages.get(0);
    return new IndustrialPark(village, village.at(), village.clearRadiusM());
  }
}
