package cn.anlan.web.bench;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.analytics.crash.Match;
import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Report;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.blackspot.Screenings;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.CrashDensity;
import cn.anlan.web.crash.CrashRoads;
import cn.anlan.web.crash.MatchedCrashes;
import cn.anlan.web.road.RoadLayer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Accidents onto the roads of the current database: a hundred thousand invented ones, beside the
 * nearest road alone by PostGIS's KNN (without names, stakes and confidence) and by going over
 * every piece; then the screening of the stored accidents, and their density.
 */
final class CrashesBench {
  private static final long SEED = 2_143;
  private static final int ACCIDENTS = 100_000;
  private static final int WARM_UP = 5_000;
  private static final int EVERY_PIECE = 50;
  private static final int ROUNDS = 3;

  private final Progress progress;
  private final List<CrashesResult.Row> rows = new ArrayList<>();

  CrashesBench(Progress progress) {
    this.progress = progress;
  }

  CrashesResult run() throws IOException, SQLException {
    try (Database database = Database.open(Settings.fromEnvironment(), progress).closeAtExit()) {
      progress.step("读路网 (reading the roads)");
      CrashRoads.of(new RoadLayer(database).read()); // warm
      RoadLayer.State stored = new RoadLayer(database).read();
      long start = System.nanoTime();
      CrashRoads roads = CrashRoads.of(stored);
      String size = "%,d 段 pieces".formatted(roads.pieces().size());
      add("建索引与路网 index and network", size, start);
      PieceIndex index = roads.routes().pieces();
      InventedCrashes invented = new InventedCrashes(index, ACCIDENTS, SEED);
      List<Match> matches = match(roads, invented.reports());
      List<Report> placeable =
          invented.reports().stream().filter(r -> !Double.isNaN(r.lonDeg())).toList();
      double gapM = everyPiece(index, placeable);
      postgis(index, placeable);
      stored(database);
      return new CrashesResult(
          LocalDate.now().toString(),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          roads.pieces().size(),
          roads.net().totalM() / 1000,
          ACCIDENTS,
          (int) matches.stream().filter(Placed.class::isInstance).count(),
          invented.right(matches),
          gapM,
          rows);
    }
  }

  private List<Match> match(CrashRoads roads, List<Report> reports) {
    progress.step("匹配 (matching)");
    roads.matcher().match(reports.subList(0, WARM_UP));
    long start = System.nanoTime();
    List<Match> matches = roads.matcher().match(reports);
    add("事故落路（路线、桩号、坐标） matching", "%,d 起 accidents".formatted(reports.size()), start);
    return matches;
  }

  /** Whether the index is right: the greatest difference from going over every piece. */
  private double everyPiece(PieceIndex index, List<Report> reports) {
    progress.step("逐段 (every piece)");
    GeometryFactory factory = new GeometryFactory();
    List<GeodesicTarget> pieces =
        index.pieces().stream().map(p -> GeodesicTarget.of(p.line())).toList();
    double greatest = 0;
    long start = System.nanoTime();
    for (Report report : reports.subList(0, EVERY_PIECE)) {
      var point = factory.createPoint(new Coordinate(report.lonDeg(), report.latDeg()));
      GeodesicTarget target = GeodesicTarget.of(point);
      double least = Double.POSITIVE_INFINITY;
      for (GeodesicTarget piece : pieces) {
        least = Math.min(least, piece.nearest(target).distanceM());
      }
      var feet = index.near(report.lonDeg(), report.latDeg(), least + 10);
      greatest = Math.max(greatest, Math.abs(feet.get(0).distanceM() - least));
    }
    double seconds = BenchDatabase.secondsSince(start) * reports.size() / EVERY_PIECE;
    rows.add(
        new CrashesResult.Row(
            "只求最近路，逐段（按 %d 起折算） nearest road, every piece (scaled)".formatted(EVERY_PIECE),
            "%,d 段 pieces".formatted(pieces.size()),
            seconds));
    return greatest;
  }

  private void postgis(PieceIndex index, List<Report> reports) throws IOException, SQLException {
    progress.step("PostGIS KNN");
    try (BenchDatabase bench = BenchDatabase.open(progress);
        PostgisRival rival = new PostgisRival(bench.database().owner().getConnection())) {
      List<Geometry> lines = index.pieces().stream().map(p -> (Geometry) p.line()).toList();
      double[][] sites = new double[2][reports.size()];
      for (int i = 0; i < reports.size(); i++) {
        sites[0][i] = reports.get(i).lonDeg();
        sites[1][i] = reports.get(i).latDeg();
      }
      rival.load(lines, sites);
      double least = Double.POSITIVE_INFINITY;
      for (int part : PostgisRival.PARTS) {
        least = Math.min(least, rival.seconds(PostgisRival.KNN.formatted(part, reports.size()), 1));
      }
      rows.add(
          new CrashesResult.Row(
              "只求最近路，PostGIS KNN nearest road only",
              "%,d 点 points".formatted(reports.size()),
              least));
    }
  }

  private void stored(Database database) {
    progress.step("已有事故 (the stored accidents)");
    Generation generation = read(database);
    Scope scope = Scope.wholeProvince("bench");
    CrashAnalyses analyses = new CrashAnalyses(new RoadLayer(database));
    MatchedCrashes crashes = analyses.matched(generation, scope);
    String size = "%,d 起 accidents".formatted(crashes.all().size());
    for (int round = 0; round < ROUNDS; round++) {
      Screenings screenings = new Screenings(analyses, BlackspotModel.shipped());
      long start = System.nanoTime();
      int stretches = screenings.screen(generation, scope, null).result().stretches();
      if (round == ROUNDS - 1) {
        add("易发路段筛查，含路口 screening", "%,d 段 stretches".formatted(stretches), start);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      CrashDensity.of(crashes, CrashDensity.Question.usual(null));
      if (round == ROUNDS - 1) {
        add("路网核密度 density on the network", size, start);
      }
    }
  }

  private static Generation read(Database database) {
    SnapshotLoader loader = new SnapshotLoader(database);
    Map<String, LayerSnapshot> layers = new HashMap<>();
    long version = database.dataVersion();
    for (String layer : List.of("road", "accident")) {
      layers.put(layer, loader.read(database.catalog().getLayer(layer)));
    }
    return new Generation(version, layers);
  }

  private void add(String what, String size, long start) {
    rows.add(new CrashesResult.Row(what, size, BenchDatabase.secondsSince(start)));
  }
}
