package cn.anlan.web.results;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.accidents.SignalRows;
import cn.anlan.web.blackspot.BlackspotReport;
import cn.anlan.web.blackspot.Screenings;
import cn.anlan.web.blackspot.SegmentRows;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.CrashDensity;
import cn.anlan.web.crash.DensityRows;
import cn.anlan.web.crash.MatchedCrashes;
import cn.anlan.web.crash.PlaceRows;
import cn.anlan.web.downgrade.DowngradeReport;
import cn.anlan.web.downgrade.DowngradeRows;
import cn.anlan.web.hotspots.HotspotQuestion;
import cn.anlan.web.hotspots.Hotspots;
import cn.anlan.web.road.RoadLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the analyses that the demonstration province shows at first sight into their layers. All
 * of it is computed from the demonstration's rows by the same code as any other answer; where the
 * same rows stand there already nothing is written.
 */
public final class DemoResults {
  /** The layers that are read. */
  private static final List<String> LAYERS =
      List.of("accident", "region", "enterprise", "reporting_unit", "road", "road_site");

  private static final String AUTHOR = "anlan";
  private static final int CELL_M = 5_000;

  private DemoResults() {}

  /** Reads what is needed once and writes every analysis. */
  public static void write(Database database, Progress progress) {
    progress.step("示例分析结果 (analyses of the demonstration)");
    Generation generation = read(database);
    hotspots(database, generation);
    SignalRows.write(database, generation);
    RoadLayer roads = new RoadLayer(database);
    crashes(database, generation, roads);
    downgrades(database, generation, roads);
  }

  /**
   * Where crashes stand on the roads, where they are dense, and which stretches are accident-prone.
   */
  private static void crashes(Database database, Generation generation, RoadLayer roads) {
    Scope scope = Scope.wholeProvince("demo");
    CrashAnalyses analyses = new CrashAnalyses(roads);
    MatchedCrashes crashes = analyses.matched(generation, scope);
    PlaceRows.write(database, crashes, AUTHOR);
    CrashDensity density = CrashDensity.of(crashes, CrashDensity.Question.usual(null));
    DensityRows.write(database, crashes, density, AUTHOR);
    BlackspotReport worst =
        BlackspotReport.of(
            new Screenings(analyses, BlackspotModel.shipped()).screen(generation, scope, null),
            generation.get("road_site"),
            scope,
            SegmentRows.MOST);
    SegmentRows.write(database, crashes.roads(), worst, AUTHOR);
  }

  private static void downgrades(Database database, Generation generation, RoadLayer layer) {
    RoadLayer.State state = layer.at(generation.get("road").number());
    DowngradeReport report =
        DowngradeReport.of(
            StoredProfiles.of(state.roads(), state.routes(), database, List.of()),
            generation.get("road_site"),
            Scope.wholeProvince("demo"),
            DowngradeReport.Errors.delivered(DowngradeReport.HEIGHT_SIGMA_M),
            DowngradeReport.CLIMB_M);
    DowngradeRows.store(database, report, state.routes(), AUTHOR);
  }

  private static Generation read(Database database) {
    Catalog catalog = database.catalog();
    SnapshotLoader loader = new SnapshotLoader(database);
    Map<String, LayerSnapshot> layers = new HashMap<>();
    long version = database.dataVersion();
    for (String layer : LAYERS) {
      layers.put(layer, loader.read(catalog.getLayer(layer)));
    }
    return new Generation(version, layers);
  }

  /**
   * Where accidents gather, how dense they are, and which counties stand out by residents: one set
   * for each layer, so that no map shows two on top of each other.
   */
  private static void hotspots(Database database, Generation generation) {
    Hotspots hotspots = new Hotspots(database.catalog());
    Scope scope = Scope.wholeProvince("demo");
    for (String[] asked :
        new String[][] {
          {"gi", "hex", null}, {"kde", "hex", null}, {"local_moran", "county", "population"}
        }) {
      HotspotQuestion question =
          HotspotQuestion.of(
              new HotspotQuestion.Words(
                  "accident", asked[0], null, asked[1], "quartic", "count", asked[2]),
              CELL_M,
              0,
              true,
              null,
              0,
              HotspotQuestion.MOST_LISTED);
      hotspots.store(database, generation, scope, question, AUTHOR);
    }
  }
}
