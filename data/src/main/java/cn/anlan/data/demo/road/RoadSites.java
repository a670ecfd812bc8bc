package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.road.Downgrades.Downgrade;
import cn.anlan.data.demo.road.Pieces.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The register of dangerous stretches: 60 long downgrades and 43 accident-prone, and others. */
final class RoadSites {
  static final int LONG_DOWNGRADES = 60;
  static final int CONFIRMED = 52;
  static final int ACCIDENT_PRONE = 43;
  private static final int PLANTED_PRONE = 3;

  private final RoadSiteRows register;
  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<AccidentProne> accidentProne = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  private RoadSites(Ground ground, Random random) {
    this.register = new RoadSiteRows(ground, random);
    this.random = random;
  }

  static RoadSites draw(
      Ground ground,
      List<Road> roads,
      Grading grading,
      Map<Piece, Road> roadOf,
      List<Piece> railways,
      Waters waters,
      Random random) {
    RoadSites sites = new RoadSites(ground, random);
    Set<Road> taken = new HashSet<>();
    sites.downgrades(grading.downgrades(), roadOf, taken);
    sites.unconfirmed(roads, taken);
    sites.accidentProne(roads, taken);
    HazardSites others = new HazardSites(sites.register, roads, taken, random);
    sites.rows.addAll(others.byCliff());
    sites.rows.addAll(others.byWater(waters));
    sites.rows.addAll(others.levelCrossings(railways));
    return sites;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<AccidentProne> accidentProne() {
    return accidentProne;
  }

  List<Planted> planted() {
    return planted;
  }

  private void downgrades(List<Downgrade> found, Map<Piece, Road> roadOf, Set<Road> taken) {
    int registered = 0;
    for (int i = 0; i < found.size(); i++) {
      Downgrade downgrade = found.get(i);
      List<Road> under = downgrade.pieces().stream().map(roadOf::get).toList();
      taken.addAll(under);
      boolean left = i % 8 == 5 && found.size() - i + registered > CONFIRMED;
      if (registered == CONFIRMED || left) {
        planted.add(
            new Planted(
                "road_downgrade_unregistered",
                "road",
                under.stream().map(Road::code).toList(),
                under.get(0).county().code(),
                under.get(0).routeNo()
                    + " "
                    + RoadSiteRows.stakes(downgrade.fromKm(), downgrade.toKm())
                    + " 纵断面符合长大下坡条件，台账未登记"));
      } else {
        registered++;
        rows.add(
            register.row(
                "long_downgrade",
                under,
                downgrade.fromKm(),
                downgrade.toKm(),
                downgrade.withStakes() ? "increasing" : "decreasing",
                downgrade.averagePct()));
      }
    }
  }

  private void unconfirmed(List<Road> roads, Set<Road> taken) {
    while (rows.size() < LONG_DOWNGRADES) {
      Road road = roads.get(random.nextInt(roads.size()));
      if (road.lengthKm() < 3 || road.adminClass().equals("township") || !taken.add(road)) {
        continue;
      }
      double from = register.stake(road, random.nextDouble() * (road.lengthKm() - 2.5));
      double to = register.stake(road, from - road.fromStakeKm() + 2.4);
      DemoRow row =
          register.row(
              "long_downgrade",
              List.of(road),
              from,
              to,
              random.nextBoolean() ? "increasing" : "decreasing",
              4 + random.nextDouble() * 2);
      rows.add(row);
      planted.add(
          new Planted(
              "road_downgrade_unconfirmed",
              "road_site",
              List.of(row.code()),
              road.county().code(),
              road.routeNo() + " " + RoadSiteRows.stakes(from, to) + " 登记为长大下坡，纵断面不支持"));
    }
  }

  private void accidentProne(List<Road> roads, Set<Road> taken) {
    while (accidentProne.size() < ACCIDENT_PRONE) {
      Road road = roads.get(random.nextInt(roads.size()));
      boolean plant = accidentProne.size() < PLANTED_PRONE;
      if (road.lengthKm() < (plant ? 3 : 1.2)
          || road.adt() < (plant ? 4000 : 800) * (0.5 + random.nextDouble())
          || plant && !road.roadClass().equals("class_2")
          || !taken.add(road)) {
        continue;
      }
      double lengthKm =
          plant ? 1 : 0.5 + random.nextDouble() * Math.min(1.5, road.lengthKm() - 0.6);
      double from = register.stake(road, random.nextDouble() * (road.lengthKm() - lengthKm));
      double to = register.stake(road, from - road.fromStakeKm() + lengthKm);
      DemoRow row = register.row("accident_prone", List.of(road), from, to, "both", null);
      rows.add(row);
      accidentProne.add(new AccidentProne(row.code(), road, from, to, plant));
      if (plant) {
        planted.add(
            new Planted(
                "road_accident_cluster",
                "road_site",
                List.of(row.code(), road.code()),
                road.county().code(),
                road.routeNo() + " " + RoadSiteRows.stakes(from, to) + " 事故多发，应被识别为事故易发路段"));
      }
    }
  }
}
