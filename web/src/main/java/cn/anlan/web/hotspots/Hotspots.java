package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.GiStar;
import cn.anlan.analytics.hotspot.GlobalMoran;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.grid.EqualAreaPlane;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
  public HotspotResult answer(Generation generation, Scope scope, HotspotQuestion question) {
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
    Significance.Tested tested =
        switch (question.method()) {
          case GI -> Significance.gi(units, question);
          case LOCAL_MORAN -> Significance.localMoran(units, question);
          case KDE, MORAN -> null;
        };
    List<Finding> findings =
        tested != null
            ? tested.findings()
            : question.method() == Method.KDE
                ? Density.of((GridUnits) units, events, question)
                : List.of();
    HotspotAnswer.Moran moran = tellsMoran(question) ? moran(units, question) : null;
    Explanation explanation =
        new Explanation(question, layer.title(), units, events, findings, moran, tested, counties);
    return new HotspotResult(
        manifest(question, units, events, tested, generation.dataVersion()),
        moran,
        tested,
        explanation.text(),
        notes(units, events, moran),
        findings,
        units,
        counties);
  }

  /**
   * Answers, and keeps the answer as rows of its method's layer (hotspot_cell, kernel_density,
   * local_moran) in place of the same question's former ones; nothing is written where nothing
   * differs.
   *
   * @param author who answers for it; stands in the version log
   * @throws cn.anlan.geo.fault.UserFault as {@link #answer}, and where the method has no layer
   */
  public HotspotResult store(
      Database database,
      Generation generation,
      Scope scope,
      HotspotQuestion question,
      String author) {
    HotspotResult result = answer(generation, scope, question);
    StoredHotspots.store(database, catalog.getLayer(question.layer()), result, author);
    return result;
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

  private static HotspotAnswer.Moran moran(Units units, HotspotQuestion question) {
    SpatialWeights weights = units.weights();
    GlobalMoran moran =
        GlobalMoran.of(
            units.values(),
            weights.rowStandardised(),
            question.drawings(GLOBAL_SHUFFLES),
            Significance.SEED);
    return new HotspotAnswer.Moran(
        moran.i(),
        moran.expected(),
        moran.zRandom(),
        moran.pRandom(),
        moran.pPermutation(),
        weights.isolates().length);
  }

  private static HotspotAnswer.Manifest manifest(
      HotspotQuestion question,
      Units units,
      Events events,
      Significance.Tested tested,
      long dataVersion) {
    boolean kde = question.method() == Method.KDE;
    Double bandwidthM = null;
    if (units instanceof GridUnits grid) {
      bandwidthM =
          kde || question.method() == Method.GI
              ? (Double) question.reachM(GiStar.nextRingM(grid.cover().lattice()))
              : null;
    }
    boolean moran = question.method() == Method.MORAN;
    Integer permutations =
        tested != null
            ? tested.drawings()
            : moran ? (Integer) question.drawings(GLOBAL_SHUFFLES) : null;
    return new HotspotAnswer.Manifest(
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
        permutations == null ? null : Significance.SEED,
        tested == null ? null : falseDiscoveryRate(question),
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

  private static List<Text> notes(Units units, Events events, HotspotAnswer.Moran moran) {
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
