package cn.anlan.geo.road.topology;

import cn.anlan.geo.road.topology.Topology.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which piece of road a way of {@link OsmXml} is, kept beside it: so what is found on an edge of
 * the routing graph leads back to the register.
 *
 * @param ways by id: the way with the id i is number i−1
 */
public record WayTable(List<Way> ways) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * One way, in its direction, which is that of the piece's line.
   *
   * @param code of the piece
   * @param part as {@link RoadPiece#part()}
   * @param fromM measure on the piece's line, geodesic metres
   * @param fromStakeKm at the way's beginning
   */
  public record Way(
      String code,
      int part,
      String routeNo,
      String roadClass,
      double fromM,
      double toM,
      double fromStakeKm,
      double toStakeKm,
      double adt) {}

  public WayTable {
    ways = List.copyOf(ways);
  }

  public static WayTable of(Topology topology) {
    List<Way> ways = new ArrayList<>(topology.parts().size());
    for (Part part : topology.parts()) {
      RoadPiece piece = topology.piece(part);
      double perM =
          (piece.toStakeKm() - piece.fromStakeKm()) / topology.index().line(part.piece()).lengthM();
      ways.add(
          new Way(
              piece.code(),
              piece.part(),
              piece.routeNo(),
              piece.roadClass(),
              part.fromM(),
              part.toM(),
              piece.fromStakeKm() + perM * part.fromM(),
              piece.fromStakeKm() + perM * part.toM(),
              piece.adt()));
    }
    return new WayTable(ways);
  }

  /**
   * The way with an id.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Way get(long id) {
    if (id < 1 || id > ways.size()) {
      throw new IllegalArgumentException("no way " + id + " of " + ways.size());
    }
    return ways.get((int) (id - 1));
  }

  /** Writes it as JSON. */
  public void write(Path file) {
    MAPPER.writeValue(file.toFile(), ways);
  }

  /** Reads what {@link #write} has written. */
  public static WayTable read(Path file) {
    return new WayTable(Arrays.asList(MAPPER.readValue(file.toFile(), Way[].class)));
  }
}
