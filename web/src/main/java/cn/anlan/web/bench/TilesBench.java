package cn.anlan.web.bench;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.WebMercator;
import cn.anlan.geo.tile.GradedRows;
import cn.anlan.geo.tile.Grading;
import cn.anlan.geo.tile.TileBuilder;
import cn.anlan.geo.tile.TileId;
import cn.anlan.web.serve.Server;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tiles of the demonstration province's biggest layer at every zoom and under several filters, each
 * made anew, and {@code ST_AsMVT} on the same points and tiles; then over HTTP. A tile is one that
 * holds a feature drawn by lot, so that crowded places are asked for as often as people live there.
 */
final class TilesBench {
  private static final long SEED = 20_057;
  private static final String LAYER = "hazard";
  private static final Grading GRADING = new Grading("hazard_grade", List.of("major", "general"));
  private static final int TILES = 80;
  private static final int LEAST = 40;
  private static final int WARM_UP = 2;
  private static final int FIRST = 100; // filters asked for the first time; half of them to warm up
  private static final int FIRST_ZOOM = 6;
  private static final double POSTGIS_SECONDS =
      2.5; // for each zoom and question, one tile at least

  /**
   * @param cql null for all rows
   * @param sql the same for PostGIS; null where it is not asked
   */
  private record Question(String name, String cql, String sql) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("全部 all", null, "TRUE"),
          new Question("代码 code", "status <> 'closed'", "status <> 'closed'"),
          new Question("县 region", "county_code LIKE '3607%'", null),
          new Question(
              "日期 dates",
              "found_on BETWEEN DATE('2021-01-01') AND DATE('2021-06-30') AND hazard_grade = 'major'",
              null),
          new Question("文字 text", "name LIKE '%电%'", null),
          new Question(
              "图形 shape",
              "S_INTERSECTS(geom, POLYGON((114.5 27, 117 26.5, 116.6 29, 115 28.8, 114.5 27)))",
              null));

  private final DemoPlan plan;
  private final Progress progress;

  TilesBench(DemoPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  TilesResult run() throws IOException, SQLException, InterruptedException {
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      Database database = bench.database();
      InitialData.ensureBaseMap(database, progress);
      InitialData.ensureDemo(database, plan, progress);
      progress.step("启动服务 (starting the service)");
      ConfigurableApplicationContext service =
          Server.start(Settings.privateIn(bench.var()), database, 0);
      try {
        LiveSnapshots snapshots = service.getBean(LiveSnapshots.class);
        while (snapshots.current().layers().size() < database.catalog().layers().size()) {
          Thread.sleep(100);
        }
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        return measured(bench, snapshots.current().get(LAYER), new TilesOverHttp(port));
      } finally {
        service.close();
      }
    }
  }

  private TilesResult measured(BenchDatabase bench, LayerSnapshot layer, TilesOverHttp http)
      throws IOException, SQLException, InterruptedException {
    Machine machine = bench.machine();
    long start = System.nanoTime();
    GradedRows graded = new GradedRows(layer, GRADING);
    double gradedMs = millisSince(start);
    List<TilesResult.Ready> ready = new ArrayList<>();
    List<TileBuilder> builders = new ArrayList<>();
    progress.step("首块 (first tiles)");
    for (Question question : QUESTIONS) {
      ready.add(ready(question, layer, graded));
      builders.add(new TileBuilder(asked(question, layer), graded));
    }
    List<TilesResult.Row> table = new ArrayList<>();
    progress.step("PostGIS 备料 (PostGIS makes ready)");
    try (TilesRival rival = new TilesRival(bench.database().owner().getConnection())) {
      for (int i = 0; i < WARM_UP * (TileId.MAX_ZOOM + 1); i++) {
        List<TileId> tiles = drawn(layer, i % (TileId.MAX_ZOOM + 1));
        builders.forEach(builder -> tiles.forEach(tile -> TileBuilder.gzip(builder.build(tile))));
      }
      for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
        progress.step("级别 (zoom) " + zoom);
        for (int i = 0; i < QUESTIONS.size(); i++) {
          table.add(row(zoom, QUESTIONS.get(i), builders.get(i), drawn(layer, zoom), rival));
        }
      }
    }
    progress.step("HTTP");
    List<TileId> tiles = new ArrayList<>();
    for (int zoom = 6; zoom <= TileId.MAX_ZOOM; zoom++) {
      tiles.addAll(drawn(layer, zoom));
    }
    return new TilesResult(
        LocalDate.now().toString(),
        machine,
        LAYER,
        layer.liveRows(),
        gradedMs,
        ready,
        table,
        http.measure(LAYER, tiles, bench.var()));
  }

  private static TilesResult.Ready ready(
      Question question, LayerSnapshot layer, GradedRows graded) {
    TileId tile = drawn(layer, FIRST_ZOOM).get(0);
    double[] ms = new double[FIRST];
    for (int i = 0; i < FIRST; i++) {
      long start = System.nanoTime();
      new TileBuilder(asked(question, layer), graded).build(tile);
      ms[i] = millisSince(start);
    }
    double[] later = Arrays.copyOfRange(ms, FIRST / 2, FIRST);
    return new TilesResult.Ready(
        question.name(),
        question.cql() == null ? "" : question.cql(),
        asked(question, layer).count(),
        ms[0],
        at(later, 0.5),
        at(later, 0.95));
  }

  private static Query asked(Question question, LayerSnapshot layer) {
    Query all = Query.on(layer, Scope.wholeProvince("bench"));
    return question.cql() == null ? all : all.filter(Filter.parse(question.cql()));
  }

  private static TilesResult.Row row(
      int zoom, Question question, TileBuilder builder, List<TileId> tiles, TilesRival rival)
      throws SQLException {
    int times = Math.max(tiles.size(), LEAST); // of the few tiles of a low zoom each several times
    double[] ms = new double[times];
    double[] gzipMs = new double[times];
    int largest = 0;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      byte[] tile = builder.build(tiles.get(i % tiles.size()));
      ms[i] = millisSince(start);
      largest = Math.max(largest, TileBuilder.gzip(tile).length);
      gzipMs[i] = millisSince(start);
    }
    int asked = 0;
    double theirsMs = 0;
    double oursMs = 0;
    long theirBytes = 0;
    for (; question.sql() != null && asked < tiles.size(); asked++) {
      if (theirsMs > POSTGIS_SECONDS * 1000) {
        break;
      }
      TileId tile = tiles.get(asked);
      long start = System.nanoTime();
      long bytes = rival.bytes(zoom, tile.col(), tile.row(), question.sql());
      theirsMs += millisSince(start);
      oursMs += ms[asked];
      theirBytes = Math.max(theirBytes, bytes);
    }
    return new TilesResult.Row(
        zoom,
        question.name(),
        tiles.size(),
        at(ms, 0.5),
        at(ms, 0.95),
        at(ms, 1),
        at(gzipMs, 0.95),
        largest,
        asked,
        asked == 0 ? Double.NaN : theirsMs / asked,
        theirBytes,
        asked == 0 ? Double.NaN : theirsMs / oursMs);
  }

  /** Tiles of a zoom that hold a point drawn by lot; the same ones in every run. */
  private static List<TileId> drawn(LayerSnapshot layer, int zoom) {
    Random random = new Random(SEED + zoom);
    Set<TileId> tiles = new LinkedHashSet<>();
    for (int i = 0; i < 4 * TILES && tiles.size() < TILES; i++) {
      int row = random.nextInt(layer.size());
      if (!Double.isNaN(layer.lonDeg(row))) {
        int across = 1 << zoom;
        tiles.add(
            new TileId(
                zoom,
                (int) (WebMercator.y(layer.latDeg(row)) * across),
                (int) (WebMercator.x(layer.lonDeg(row)) * across)));
      }
    }
    return List.copyOf(tiles);
  }

  private static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  static double millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e6;
  }
}
