package cn.anlan.data.road;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.road.height.LineHeights.Span;
import cn.anlan.geo.road.topology.RoadPiece;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bridges and tunnels on the stored roads: where a road is not on the ground. */
final class RoadStructures {
  /** A bridge or tunnel about a stake. */
  private record Structure(String roadCode, double middleKm, double lengthM) {}

  private final Map<String, List<Structure>> byRoad;

  private RoadStructures(Map<String, List<Structure>> byRoad) {
    this.byRoad = byRoad;
  }

  static RoadStructures read(Database database) {
    try (Connection connection = database.reader().getConnection()) {
      return new RoadStructures(
          Sql.list(
                  connection,
                  "SELECT road_code, stake_km, length_m FROM layer.tunnel WHERE road_code IS NOT"
                      + " NULL AND stake_km IS NOT NULL AND length_m > 0 UNION ALL SELECT"
                      + " road_code, stake_km, length_m FROM layer.bridge WHERE road_code IS NOT"
                      + " NULL AND stake_km IS NOT NULL AND length_m > 0",
                  r -> new Structure(r.getString(1), r.getDouble(2), r.getDouble(3)))
              .stream()
              .collect(Collectors.groupingBy(Structure::roadCode)));
    } catch (SQLException e) {
      throw new StoreException("读取桥梁和隧道 (reading bridges and tunnels)", e);
    }
  }

  /** Those on a piece, by measures on its line. */
  List<Span> on(RoadPiece piece, double lengthM) {
    List<Span> spans = new ArrayList<>();
    double perKm = lengthM / (piece.toStakeKm() - piece.fromStakeKm());
    for (Structure structure : byRoad.getOrDefault(piece.code(), List.of())) {
      double middleM = perKm * (structure.middleKm - piece.fromStakeKm());
      double halfM = structure.lengthM / 2;
      if (middleM + halfM > 0 && middleM - halfM < lengthM) {
        spans.add(new Span(Math.max(0, middleM - halfM), Math.min(lengthM, middleM + halfM)));
      }
    }
    return spans;
  }
}
