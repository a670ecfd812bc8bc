package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.GlobalMoran;
import cn.anlan.analytics.hotspot.GridGiStar;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.grid.EqualAreaPlane;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers what is asked about the hot spots of a layer, from the snapshots of one generation: that
 * layer and {@code region}. The same question to the same data has the same answer, to the byte.
 */
public final class Hotspots {
  /** Of the methods and their conventions; a change of figures takes the next number. */
  static final String VERSION = "hotspots-1";

  /** The shuffles behind the global p; more would only sharpen what is clear already. */
  private static final int GLOBAL_SHUFFLES = 999;

  private final Catalog catalog;
  private final Ground ground = new Ground();

  public Hotspots(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws cn.anlan.geo.fault.UserFault where the question cannot be answered: too few events, all
   *     values equal, a grid too fine, a field that cannot be summed …
   */
  HotspotResult answer(Generation generation, Scope scope, HotspotQuestion question) {
    Layer layer = catalog.getLayer(question.layer());
    LayerSnapshot snapshot = generation.get(layer.id());
    LayerSnapshot regions = generation.get("region");
    Events events = Events.of(layer, snapshot, scope, question);
    LocalDate day = day(question, events);
    CountyUnits counties = ground.counties(regions, scope, day);
    Units units =
        question.cells().isPresent()
            ? new GridUnits(
                ground.cover(regions, scope, question.cells().get(), question.cellM()), events)
            : new CountyCounts(counties, layer, snapshot, events, question.perPopulation());
    List<Finding> findings =
        switch (question.method()) {
          case KDE -> Density.of((GridUnits) units, events, question);
          case GI -> Significance.gi(units, question);
          case LOCAL_MORAN -> Significance.localMoran(units, question);
          case MORAN -> List.of();
        };
    HotspotResult.Moran moran = tellsMoran(question) ? moran(units, question) : null;
    boolean tests = question.method() == Method.GI || question.method() == Method.LOCAL_MORAN;
    Map<String, Integer> verdicts = new TreeMap<>();
    findings.forEach(finding -> verdicts.merge(finding.verdict(), 1, Integer::sum));
    Explanation explanation =
        new Explanation(question, layer.title(), units, events, findings, moran, counties);
    return new HotspotResult(
        manifest(question, units, events, generation.dataVersion()),
        moran,
        verdicts,
        tests ? Significance.USUAL * units.size() : null,
        tests ? (int) findings.stream().filter(f -> f.p() != null && f.p() < 0.05).count() : null,
        explanation.text(),
        notes(units, events, moran),
        findings,
        units);
  }

  private static LocalDate day(HotspotQuestion question, Events events) {
    if (question.asOf() != null) {
      return question.asOf();
    }
    return events.lastDay() == null ? LocalDate.now() : events.lastDay();
  }

  private static boolean tellsMoran(HotspotQuestion question) {
    return question.method() == Method.MORAN || question.method() == Method.LOCAL_MORAN;
  }

  private static HotspotResult.Moran moran(Units units, HotspotQuestion question) {
    SpatialWeights weights = units.weights();
    GlobalMoran moran =
        GlobalMoran.of(
            units.values(),
            weights.rowStandardised(),
            question.drawings(GLOBAL_SHUFFLES),
            Significance.SEED);
    return new HotspotResult.Moran(
        moran.i(),
        moran.expected(),
        moran.zRandom(),
        moran.pRandom(),
        moran.pPermutation(),
        weights.isolates().length);
  }

  private static HotspotResult.Manifest manifest(
      HotspotQuestion question, Units units, Events events, long dataVersion) {
    boolean kde = question.method() == Method.KDE;
    Double bandwidthM = null;
    if (units instanceof GridUnits grid) {
      bandwidthM =
          kde || question.method() == Method.GI
              ? (Double) question.reachM(GridGiStar.nextRingM(grid.cover().lattice()))
              : null;
    }
    boolean tests = question.method() == Method.GI || question.method() == Method.LOCAL_MORAN;
    Integer permutations =
        tests
            ? (Integer) Significance.drawings(question, units.size())
            : kde ? null : (Integer) question.drawings(GLOBAL_SHUFFLES);
    return new HotspotResult.Manifest(
        question.layer(),
        question.method().word(),
        VERSION,
        question.gridWord(),
        question.cells().isPresent() ? question.cellM() : null,
        bandwidthM,
        kde ? question.kernel().name().toLowerCase(Locale.ROOT) : null,
        kde ? question.adaptive() : null,
        question.value() == null ? "count" : question.value(),
        question.perPopulation() ? "population" : null,
        question.filter(),
        question.asOf(),
        events.lastDay(),
        dataVersion,
        permutations,
        kde ? null : Significance.SEED,
        tests ? falseDiscoveryRate(question) : null,
        question.cells().isPresent() ? EqualAreaPlane.TITLE : null,
        units.size(),
        events.size(),
        events.withoutPlace(),
        units.unplaced(),
        events.isDemo());
  }

  private static Double falseDiscoveryRate(HotspotQuestion question) {
    return question.method() == Method.GI ? Significance.WEAKEST : Significance.USUAL;
  }

  private static List<Text> notes(Units units, Events events, HotspotResult.Moran moran) {
    List<Text> notes = new ArrayList<>(units.notes());
    if (events.withoutPlace() > 0) {
      notes.add(
          new Text(
              events.withoutPlace() + " 条记录没有位置，未计入",
              events.withoutPlace() + " rows have no place and are not counted"));
    }
    if (units.unplaced() > 0) {
      notes.add(
          new Text(
              units.unplaced() + " 处在省界或任何单元之外，未计入",
              units.unplaced() + " lie outside the province or any unit and are not counted"));
    }
    if (moran != null && moran.isolates() > 0) {
      notes.add(
          new Text(
              moran.isolates() + " 个单元没有邻居，不参与判断",
              moran.isolates() + " units have no neighbour and tell nothing"));
    }
    if (events.isDemo()) {
      notes.add(new Text("含示例数据，不是真实情况", "invented demonstration data went in"));
    }
    return notes;
  }
}
