package cn.anlan.web.grades;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.SafetyScoreTable.EnterpriseAccident;
import cn.anlan.analytics.grade.explain.EnterpriseExplainer;
import cn.anlan.analytics.grade.explain.GradeExplanation;
import cn.anlan.analytics.grade.explain.InstallationExplainer;
import cn.anlan.analytics.grade.explain.MineExplainer;
import cn.anlan.analytics.grade.explain.PondExplainer;
import cn.anlan.analytics.grade.explain.RiskPointExplainer;
import cn.anlan.analytics.grade.explain.SafetyScoreExplainer;
import cn.anlan.analytics.grade.explain.Ungradable;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.Anlan;
import cn.anlan.web.problem.NotFound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Grades stored things from the factors that their layers hold, within the caller's scope: what a
 * scope does not let be seen is not there, and does not count.
 */
public final class Grades {
  /** The layers whose rows can be graded. */
  public static final List<String> LAYERS =
      List.of(
          "risk_point",
          "enterprise",
          "major_hazard_installation",
          "tailings_pond",
          "mine_system",
          "chemical_park");

  private static final String CHEMICAL = "hazardous_chemicals";
  private static final int NAMED_POINTS = 5;

  private final Catalog catalog;
  private final GradingTables tables;
  private final RiskPointExplainer riskPoints;
  private final InstallationExplainer installations;
  private final PondExplainer ponds;
  private final MineExplainer mines;
  private final SafetyScoreExplainer safetyScores;
  private final EnterpriseExplainer enterprises;

  public Grades(Catalog catalog, GradingTables tables) {
    this.catalog = catalog;
    this.tables = tables;
    this.riskPoints = new RiskPointExplainer(tables);
    this.installations = new InstallationExplainer(tables);
    this.ponds = new PondExplainer(tables);
    this.mines = new MineExplainer(tables);
    this.safetyScores = new SafetyScoreExplainer(tables);
    this.enterprises = new EnterpriseExplainer(tables);
  }

  /**
   * @param key business key, or id where no row has such a key
   * @param day before which accidents are looked at
   * @throws NotFound where there is no such layer or row in the scope, or nothing to grade in it
   * @throws Ungradable where the stored factors do not allow a grade
   */
  public GradeAnswer explain(
      Generation generation, Scope scope, String layer, String key, LocalDate day) {
    if (!LAYERS.contains(layer)) {
      throw new NotFound(
          "图层 " + layer + " 没有分级 (nothing is graded in this layer)",
          "取 (take) " + String.join(", ", LAYERS));
    }
    LayerSnapshot snapshot = generation.get(layer);
    StoredRow row = new StoredRow(catalog, snapshot, row(Query.on(snapshot, scope), layer, key));
    List<StoredRow> others = others(generation, scope, row);
    return new GradeAnswer(
        new GradeAnswer.Manifest(
            generation.dataVersion(),
            snapshot.dataVersion(),
            day,
            Anlan.VERSION,
            row.isDemo() || others.stream().anyMatch(StoredRow::isDemo)),
        new GradeAnswer.Graded(
            layer,
            catalog.getLayer(layer).title(),
            snapshot.id(row.row()),
            row.text(LayerSnapshot.CODE),
            row.text("name"),
            row.text("county_code")),
        grades(row, others, day));
  }

  private static int row(Query query, String layer, String key) {
    Optional<Integer> byCode = query.findRow(key);
    if (byCode.isEmpty() && key.matches("[0-9]{1,18}")) {
      byCode = query.findRow(Long.parseLong(key));
    }
    return byCode.orElseThrow(
        () ->
            new NotFound(
                "图层 " + layer + " 没有 (no such feature) " + key,
                "填写业务编码或编号 (give a business key or an id)"));
  }

  /** What else goes into a grade: the risk points and accidents of an enterprise. */
  private List<StoredRow> others(Generation generation, Scope scope, StoredRow row) {
    List<StoredRow> others = new ArrayList<>();
    if (row.layer().layer().equals("enterprise")) {
      String code = row.text(LayerSnapshot.CODE).replace("'", "''");
      Filter ofIt = Filter.parse("enterprise_code = '" + code + "'");
      for (String layer : List.of("risk_point", "accident")) {
        LayerSnapshot snapshot = generation.get(layer);
        Query.on(snapshot, scope)
            .filter(ofIt)
            .rows()
            .forEach((int at) -> others.add(new StoredRow(catalog, snapshot, at)));
      }
    }
    return others;
  }

  private List<GradeExplanation> grades(StoredRow row, List<StoredRow> others, LocalDate day) {
    return switch (row.layer().layer()) {
      case "risk_point" -> List.of(riskPoints.explain(riskPoint(row)));
      case "major_hazard_installation" -> List.of(installations.explain(installation(row)));
      case "tailings_pond" -> List.of(ponds.explain(pond(row)));
      case "mine_system" -> List.of(mines.explain(mine(row)));
      case "chemical_park" ->
          List.of(
              safetyScores.explain(
                  tables.chemicalPark(),
                  new SafetyScoreExplainer.Scored(
                      row.decimal("safety_score"), "grade", row.text("grade"), List.of()),
                  day));
      default -> enterprise(row, others, day);
    };
  }

  private static RiskPointExplainer.RiskPoint riskPoint(StoredRow row) {
    Map<String, BigDecimal> factors = new HashMap<>();
    for (String letter : List.of("l", "m", "e", "c", "s")) {
      factors.put(letter, row.decimal(RiskPointExplainer.FACTOR + letter));
    }
    return new RiskPointExplainer.RiskPoint(row.text("method"), factors, row.level("level"));
  }

  private static InstallationExplainer.Installation installation(StoredRow row) {
    return new InstallationExplainer.Installation(
        row.texts("substances"),
        row.whole("exposed_500m"),
        row.level("hazard_level"),
        row.decimal("r_value"));
  }

  private static PondExplainer.Pond pond(StoredRow row) {
    return new PondExplainer.Pond(
        row.decimal("capacity_10k_m3"), row.decimal("dam_height_m"), row.text("pond_class"));
  }

  private MineExplainer.Mine mine(StoredRow row) {
    Map<String, Long> persons = new HashMap<>();
    tables.mineTier().limits().forEach(l -> persons.put(l.field(), row.whole(l.field())));
    return new MineExplainer.Mine(
        row.coded("kind"),
        row.coded("owner_kind"),
        row.coded("standard_level"),
        persons,
        row.text("tier"));
  }

  /**
   * A chemical enterprise that has a safety score is graded by it, since a national guide says so;
   * what its risk points would make it stands beside. All others are graded by their risk points.
   */
  private List<GradeExplanation> enterprise(StoredRow row, List<StoredRow> others, LocalDate day) {
    int[] byLevel = new int[4];
    List<StoredRow> points =
        others.stream().filter(o -> o.layer().layer().equals("risk_point")).toList();
    for (StoredRow point : points) {
      byLevel[point.level("level") - 1]++;
    }
    boolean scored = CHEMICAL.equals(row.text("sector")) && row.decimal("safety_score") != null;
    Integer stored = row.level("risk_level");
    List<GradeExplanation> grades = new ArrayList<>();
    if (scored) {
      grades.add(
          safetyScores.explain(
              tables.chemicalEnterprise(),
              new SafetyScoreExplainer.Scored(
                  row.decimal("safety_score"), "risk_level", stored, accidents(others)),
              day));
    }
    grades.add(
        enterprises.explain(
            new EnterpriseExplainer.Points(byLevel, worst(points), scored ? null : stored)));
    return grades;
  }

  private static List<String> worst(List<StoredRow> points) {
    int level = points.stream().mapToInt(p -> p.level("level")).min().orElse(0);
    return points.stream()
        .filter(p -> p.level("level") == level)
        .map(p -> p.text(LayerSnapshot.CODE))
        .sorted()
        .limit(NAMED_POINTS)
        .toList();
  }

  private static List<EnterpriseAccident> accidents(List<StoredRow> others) {
    return others.stream()
        .filter(o -> o.layer().layer().equals("accident"))
        .map(
            o ->
                new EnterpriseAccident(
                    o.text(LayerSnapshot.CODE),
                    o.layer().date("occurred_on", o.row()),
                    Severity.valueOf(o.text("severity").toUpperCase(Locale.ROOT)),
                    o.whole("deaths")))
        .toList();
  }
}
