package cn.anlan.web.bench.road;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.web.bench.road.BenchTowns.Town;
import cn.anlan.web.bench.road.RoadWalk.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Writes the invented network of a province's size: more than a million edges between junctions,
 * from motorways (two one-way carriageways over everything else, with ramps) to the streets of
 * towns, a part of them one-way; tunnels in the mountains, dead ends, and islands without a way
 * out. No road of it exists. The same seed writes the same bytes.
 */
public final class BenchRoads {
  public static final long SEED = 36;

  /** Numbers of nodes between corners start here; a corner has its place plus one. */
  private static final long BETWEEN = 1L << 32;

  private static final int MOST_BETWEEN = 8;
  private static final double BEND = 0.16;
  private static final int STREET_RANK = 1;
  private static final double ONE_WAY = 0.18;
  private static final String[] CLASSES = {
    "residential",
    "residential",
    "unclassified",
    "unclassified",
    "tertiary",
    "secondary",
    "primary",
    "trunk"
  };

  /** What was written. */
  public record Written(long nodes, long ways, List<Town> towns) {}

  private final List<Town> towns = BenchTowns.of(SEED);
  private final Draw draw = new Draw(SEED);
  private final PreparedGeometry province;
  private final Squares squares;
  private final RoadWalk walk;
  private final long[] ids = new long[512];

  private BenchRoads(Geometry area) {
    province = PreparedGeometryFactory.prepare(area);
    squares = new Squares(province, towns, draw);
    walk = new RoadWalk(squares, towns, draw);
  }

  /**
   * Writes it, in some seconds and about 200 MB.
   *
   * @param osm a new file, whose name should end in {@code .osm}
   */
  public static Written write(Path osm) throws IOException {
    return write(
        osm,
        BaseMap.regions().stream()
            .filter(region -> "province".equals(region.properties().get("admin_level")))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow());
  }

  /** The part of it inside an area. */
  static Written write(Path osm, Geometry area) throws IOException {
    BenchRoads roads = new BenchRoads(area);
    try (OsmFile file = new OsmFile(osm)) {
      roads.nodes(file);
      Motorways motorways = new Motorways(roads.province, roads.squares, roads.draw);
      motorways.nodes(file);
      roads.walk.each((way, corners, count) -> roads.way(file, way, corners, count));
      motorways.ways(file);
      return new Written(file.nodes(), file.ways(), roads.towns);
    }
  }

  private void nodes(OsmFile file) throws IOException {
    BitSet written = new BitSet();
    walk.each(
        (way, corners, count) -> {
          for (int i = 0; i < count; i++) {
            int place = (int) Squares.place(way.column(corners[i]), way.row(corners[i]));
            if (!written.get(place)) {
              written.set(place);
              corner(file, place);
            }
            if (i > 0) {
              between(file, way, corners[i - 1], corners[i]);
            }
          }
        });
  }

  private static void corner(OsmFile file, int place) throws IOException {
    int column = place / (Frame.ROWS + 1);
    int row = place % (Frame.ROWS + 1);
    file.node(cornerId(column, row), Frame.lonDeg(column, row), Frame.latDeg(column, row));
  }

  private void between(OsmFile file, Way way, int from, int to) throws IOException {
    int parts = parts(from, to);
    for (int i = 1; i < parts; i++) {
      long id = betweenId(way, from, i);
      double along = from + (to - from) * (double) i / parts;
      double aside = way.line() + BEND * (to - from) / parts * draw.either(id, 6);
      double column = way.east() ? along : aside;
      double row = way.east() ? aside : along;
      file.node(id, Frame.lonDeg(column, row), Frame.latDeg(column, row));
    }
  }

  private void way(OsmFile file, Way way, int[] corners, int count) throws IOException {
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        int parts = parts(corners[i - 1], corners[i]);
        for (int k = 1; k < parts; k++) {
          ids[n++] = betweenId(way, corners[i - 1], k);
        }
      }
      ids[n++] = cornerId(way.column(corners[i]), way.row(corners[i]));
    }
    file.way(
        ids,
        n,
        "highway",
        CLASSES[way.rank()],
        "oneway",
        way.rank() <= STREET_RANK && draw.unit(ids[0], 7) < ONE_WAY ? "yes" : null,
        "tunnel",
        way.tunnel() ? "yes" : null,
        "layer",
        way.tunnel() ? "-1" : null,
        "ref",
        ref(way));
  }

  private static String ref(Way way) {
    int number = way.line() >> way.rank();
    String direction = way.east() ? "2" : "1";
    return switch (way.rank()) {
      case 7 -> "G" + direction + "%02d".formatted(number % 100);
      case 6 -> "S" + direction + "%02d".formatted(number % 100);
      case 5 -> "X" + direction + "%03d".formatted(number);
      default -> null;
    };
  }

  /** A bend every 320 m, fewer on the longest sides. */
  private static int parts(int from, int to) {
    return Math.min(MOST_BETWEEN, 1 + (to - from) / 2);
  }

  static long cornerId(int column, int row) {
    return Squares.place(column, row) + 1;
  }

  private static long betweenId(Way way, int from, int k) {
    long place = Squares.place(way.column(from), way.row(from));
    return BETWEEN + (place * 2 + (way.east() ? 1 : 0)) * MOST_BETWEEN + k;
  }
}
