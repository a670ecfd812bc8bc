package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Buildings on gas pipes (违章占压): street pipes keep clear of every building known here; a known
 * number of courtyard pipes run under one building each.
 */
final class Occupations {
  private static final String GANZHOU = "360700";
  private static final int IN_GANZHOU = 16;
  private static final int ELSEWHERE = 64;
  private static final double TOWN_M = 6000;
  private static final int TRIES = 12;

  /** A pipe that runs under a building. */
  record Occupied(Footprint building, LineString pipe) {
    Planted planted(String pipeCode) {
      return new Planted(
          "gas_pipe_occupied",
          "city_gas_pipe",
          List.of(pipeCode, building.code()),
          building.county().code(),
          "建筑" + building.code() + "占压燃气管道" + pipeCode);
    }
  }

  private final List<Footprint> buildings;
  private final STRtree index = new STRtree();

  Occupations(List<Footprint> buildings) {
    this.buildings = buildings;
    for (Footprint building : buildings) {
      index.insert(building.outline().getEnvelopeInternal(), building);
    }
    index.build();
  }

  /** Whether a line touches no building, or none but the one named. */
  boolean isClear(LineString line, Footprint except) {
    for (int i = 1; i < line.getNumPoints(); i++) {
      Envelope box = new Envelope(line.getCoordinateN(i - 1), line.getCoordinateN(i));
      for (Object item : index.query(box)) {
        if (item != except && ((Footprint) item).outline().intersects(line)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Pipes under 16 buildings of Ganzhou and 64 elsewhere, or under as many as there are. */
  List<Occupied> draw(CountyCut cut, Random random) {
    List<Occupied> drawn = new ArrayList<>();
    for (boolean ganzhou : new boolean[] {true, false}) {
      List<Footprint> here =
          buildings.stream()
              .filter(b -> b.county().cityCode().equals(GANZHOU) == ganzhou)
              .sorted(Comparator.comparing(Occupations::isOutOfTown).thenComparing(Footprint::code))
              .toList();
      List<Footprint> inTown = here.stream().filter(b -> !isOutOfTown(b)).toList();
      int wanted = ganzhou ? IN_GANZHOU : ELSEWHERE;
      List<Footprint> among = inTown.size() >= 2 * wanted ? inTown : here;
      int left = wanted;
      int step = Math.max(1, among.size() / (2 * wanted));
      for (int i = 0; i < among.size() && left > 0; i += step) {
        Optional<Occupied> occupied = under(among.get(i), cut, random);
        if (occupied.isPresent()) {
          drawn.add(occupied.get());
          left--;
        }
      }
    }
    return drawn;
  }

  /** A pipe through the middle of a building that meets no other building. */
  private Optional<Occupied> under(Footprint building, CountyCut cut, Random random) {
    Geometry outline = building.outline();
    FlatFrame frame = FlatFrame.bySeries(outline.getInteriorPoint().getCoordinate());
    Envelope box = frame.toMetres(outline).getEnvelopeInternal();
    double reachM = Math.hypot(box.getWidth(), box.getHeight()) / 2;
    for (int i = 0; i < TRIES; i++) {
      double angle = random.nextDouble() * Math.PI;
      double beforeM = reachM + 8 + random.nextDouble() * (i < TRIES / 2 ? 60 : 15);
      double afterM = Math.max(reachM + 8, 55 - beforeM);
      List<Coordinate> route =
          List.of(
              frame.place(-beforeM * Math.cos(angle), -beforeM * Math.sin(angle)),
              frame.place(0, 0),
              frame.place(afterM * Math.cos(angle), afterM * Math.sin(angle)));
      for (CountyCut.Piece piece : cut.cut(route)) {
        if (piece.county().equals(building.county())
            && piece.line().intersection(outline).getLength() > 0
            && isClear(piece.line(), building)) {
          return Optional.of(new Occupied(building, piece.line()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOutOfTown(Footprint building) {
    County county = building.county();
    Coordinate at = building.outline().getCoordinate();
    return FlatFrame.bySeries(county.seat()).distanceM(at) > TOWN_M;
  }
}
