package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.WebMercator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Random layers over the province, and all their tiles. */
final class TileSamples {
  static final Scope ALL = Scope.wholeProvince("test");
  static final Grading BY_LEVEL = new Grading("level", List.of("1", "2", "3", "4"));
  static final GeometryFactory FACTORY = new GeometryFactory();

  private static final double WEST = 113.5;
  private static final double SOUTH = 24.4;
  private static final double WIDTH = 5;
  private static final double HEIGHT = 5.7;
  private static final int TOWNS = 60;

  private TileSamples() {}

  /** Rows with a level (one in 200 is 1, some have none) and a name; one in fifty has no place. */
  static LayerSnapshot layer(int rows, Random random, IntFunction<Geometry> place) {
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "risk_point",
                1,
                List.of(
                    new ColumnSpec("level", ColumnKind.INTEGER),
                    new ColumnSpec("name", ColumnKind.TEXT),
                    new ColumnSpec("county_code", ColumnKind.TEXT)))
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    WKBWriter wkb = new WKBWriter();
    for (int i = 0; i < rows; i++) {
      byte[] shape = random.nextInt(50) == 0 ? null : wkb.write(place.apply(i));
      int dice = random.nextInt(200);
      Integer level = dice == 0 ? (Integer) 1 : dice < 5 ? null : (Integer) (2 + dice % 3);
      builder.add(1000L + i, shape, level, "示例风险点" + i, "36" + (1 + i % 11) + "100");
    }
    return builder.build();
  }

  /** Points most of which crowd in towns, as sites do; some stand on edges of tiles. */
  static IntFunction<Geometry> points(Random random) {
    Coordinate[] towns = new Coordinate[TOWNS];
    for (int i = 0; i < TOWNS; i++) {
      towns[i] = anywhere(random);
    }
    return i -> {
      Coordinate town = towns[random.nextInt(TOWNS)];
      Coordinate at =
          switch (random.nextInt(10)) {
            case 0 -> anywhere(random);
            case 1 -> new Coordinate(112.5 + 360.0 / 128 * random.nextInt(3), town.y);
            case 2 -> new Coordinate(town.x, WebMercator.latDeg((52 + random.nextInt(5)) / 128.0));
            default ->
                new Coordinate(
                    town.x + random.nextGaussian() * 0.05, town.y + random.nextGaussian() * 0.05);
          };
      return FACTORY.createPoint(at);
    };
  }

  static Coordinate anywhere(Random random) {
    return new Coordinate(WEST + random.nextDouble() * WIDTH, SOUTH + random.nextDouble() * HEIGHT);
  }

  static TileBuilder builder(Query query, Grading grading) {
    return new TileBuilder(query, new GradedRows(query.snapshot(), grading));
  }

  /** All tiles of a zoom that touch the province and its surroundings, of any query. */
  static void eachTile(Query query, Grading grading, int zoom, Consumer<BuiltTile> look) {
    eachTile(query, grading, TileGrid.WEB_MERCATOR_QUAD, zoom, look);
  }

  static void eachTile(
      Query query, Grading grading, TileGrid grid, int zoom, Consumer<BuiltTile> look) {
    TileBuilder builder = builder(query, grading);
    for (TileId tile : tiles(query.snapshot(), grid, zoom)) {
      byte[] bytes = builder.build(tile);
      look.accept(new BuiltTile(tile, bytes, ReadTile.read(bytes)));
    }
  }

  record BuiltTile(TileId tile, byte[] bytes, List<ReadTile> features) {}

  /** The tiles that hold a place of the snapshot, found by formula for each row. */
  static Set<TileId> tiles(LayerSnapshot snapshot, TileGrid grid, int zoom) {
    Set<TileId> tiles = new HashSet<>();
    int across = 1 << zoom;
    for (int row = 0; row < snapshot.size(); row++) {
      var e = snapshot.envelope(row);
      if (e.isNull()) {
        continue;
      }
      int west = (int) Math.floor(grid.x(e.getMinX()) * across - 1e-6);
      int east = (int) Math.floor(grid.x(e.getMaxX()) * across + 1e-6);
      int north = (int) Math.floor(grid.y(e.getMaxY()) * across - 1e-6);
      int south = (int) Math.floor(grid.y(e.getMinY()) * across + 1e-6);
      for (int c = west; c <= east; c++) {
        for (int r = north; r <= south; r++) {
          tiles.add(new TileId(grid, zoom, Math.max(0, Math.min(across - 1, r)), c));
        }
      }
    }
    return tiles;
  }
}
