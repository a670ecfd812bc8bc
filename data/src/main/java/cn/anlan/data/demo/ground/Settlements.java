package cn.anlan.data.demo.ground;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Townships and villages: where the province's people live, at every scale the same. The residents
 * of a county's townships, and of its villages, add up to the county's census population.
 */
public final class Settlements {
  private final List<Township> townships = new ArrayList<>();
  private final List<Village> villages = new ArrayList<>();
  private final Map<String, List<Township>> townshipsByCounty = new HashMap<>();
  private final Map<String, List<Village>> byCounty = new HashMap<>();
  private final Map<String, Weighted<Village>> weighted = new HashMap<>();
  private final Weighted<Village> everywhere;
  private final STRtree index = new STRtree();

  private Settlements(Ground ground, Random random) {
    PointOnGeometryLocator wet = new IndexedPointInAreaLocator(ground.water());
    List<LineString> shores = Clearance.lines(ground.water());
    for (County county : ground.counties()) {
      int townsBefore = townships.size();
      int villagesBefore = villages.size();
      Clearance clearance = new Clearance(county.geometry(), wet, shores);
      new CountySettler(county, clearance, random).settle(townships, villages);
      townshipsByCounty.put(
          county.code(), List.copyOf(townships.subList(townsBefore, townships.size())));
      List<Village> mine = List.copyOf(villages.subList(villagesBefore, villages.size()));
      byCounty.put(county.code(), mine);
      weighted.put(county.code(), new Weighted<>(mine, Village::residents));
    }
    everywhere = new Weighted<>(villages, Village::residents);
    for (Village village : villages) {
      index.insert(new Envelope(village.at()), village);
    }
    index.build();
  }

  public static Settlements draw(Ground ground, DemoPlan plan) {
    return new Settlements(ground, plan.random("settlement"));
  }

  public List<Township> townships() {
    return townships;
  }

  public List<Village> villages() {
    return villages;
  }

  /** The first is the one of the county's seat. */
  public List<Township> townshipsOf(County county) {
    return townshipsByCounty.get(county.code());
  }

  /** The first is the centre of the county's seat. */
  public List<Village> villagesOf(County county) {
    return byCounty.get(county.code());
  }

  /** A village of the county, likelier where more people live. */
  public Village drawVillage(County county, Random random) {
    return weighted.get(county.code()).draw(random);
  }

  /** A village of the province, likelier where more people live. */
  public Village drawVillage(Random random) {
    return everywhere.draw(random);
  }

  /** The villages whose centre lies at most so far from a place, in no particular order. */
  public List<Village> villagesWithin(Coordinate at, double radiusM) {
    FlatFrame frame = FlatFrame.at(at);
    Envelope box = new Envelope(at);
    box.expandBy(radiusM / frame.lonM(), radiusM / frame.latM());
    List<Village> found = new ArrayList<>();
    for (Object item : index.query(box)) {
      Village village = (Village) item;
      if (frame.distanceM(village.at()) <= radiusM) {
        found.add(village);
      }
    }
    return found;
  }

  /** The village nearest to a place of the province. */
  public Village nearestVillage(Coordinate at) {
    FlatFrame frame = FlatFrame.at(at);
    for (double radiusM = 2000; ; radiusM *= 2) {
      Village nearest = null;
      for (Village village : villagesWithin(at, radiusM)) {
        if (nearest == null || frame.distanceM(village.at()) < frame.distanceM(nearest.at())) {
          nearest = village;
        }
      }
      if (nearest != null) {
        return nearest;
      }
      if (radiusM > 2e7) {
        throw new IllegalArgumentException("no village anywhere near " + at);
      }
    }
  }

  /**
   * A place by a village: in its county and on land, rounded to 1e-7°.
   *
   * @param spreadM how far from the village such things usually stand; never beyond its clear
   *     radius
   */
  public static Coordinate near(Village village, double spreadM, Random random) {
    double mostM = Math.max(0, village.clearRadiusM() - 0.1);
    double distanceM = Math.abs(random.nextGaussian()) * spreadM;
    if (distanceM > mostM) {
      distanceM = mostM * Math.sqrt(random.nextDouble());
    }
    double bearing = random.nextDouble() * 2 * Math.PI;
    return FlatFrame.at(village.at()).towards(bearing, distanceM);
  }
}
