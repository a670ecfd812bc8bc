package cn.anlan.web.surroundings;

import cn.anlan.analytics.grade.Gb18218;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.problem.NotFound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Gathers what stands round a place from one generation of snapshots, within the caller's scope.
 * Distances are geodesics from the place's boundary to each neighbour's nearest point (0 where they
 * meet), to a micrometre; directions are geodesic azimuths from the place's centre. Work is bounded
 * by the radius.
 */
public final class Survey {
  /** The farthest that is looked. */
  public static final double MAX_RADIUS_M = 50_000;

  private static final List<String> RECORDED =
      List.of("exposed_500m", "alpha", "r_value", "hazard_level");

  private final Catalog catalog;
  private final Themes themes;
  private final Gb18218 standard;

  public Survey(Catalog catalog, GradingTables grading) {
    this.catalog = catalog;
    this.standard = grading.majorHazard();
    this.themes = Themes.load(catalog);
  }

  /**
   * What is asked.
   *
   * @param points 8 or 16 directions
   * @param limit how many neighbours of a theme are listed; all are counted
   */
  public record Question(double radiusM, int points, int limit) {
    static final int MOST_LISTED = 5_000;

    public Question {
      if (!(radiusM > 0 && radiusM <= MAX_RADIUS_M)) {
        throw new UserFault(
            "radiusM=" + radiusM + " 超出范围 (out of range)",
            "取大于 0、不超过 50000 的米数 (take more than 0, at most 50000 metres)");
      }
      if (limit < 0 || limit > MOST_LISTED) {
        throw new UserFault(
            "limit=" + limit + " 超出范围 (out of range)",
            "取 0 到 " + MOST_LISTED + " (take 0 to " + MOST_LISTED + ")");
      }
      Compass.of(points);
    }
  }

  /**
   * A stored feature by its layer and code.
   *
   * @throws NotFound where there is none that the scope lets be seen
   * @throws UserFault where it has no geometry
   */
  public Subject subject(Generation generation, Scope scope, String layer, String code) {
    if (catalog.findLayer(layer).isEmpty()) {
      throw new NotFound("没有图层 (no such layer) " + layer, "检查图层名 (check the layer)");
    }
    LayerSnapshot snapshot = generation.get(layer);
    int row =
        Query.on(snapshot, scope)
            .findRow(code)
            .orElseThrow(
                () ->
                    new NotFound(
                        "图层 " + layer + " 没有编码 (no such code) " + code, "检查编码 (check the code)"));
    return Subject.stored(snapshot, row)
        .orElseThrow(
            () ->
                new UserFault(
                    layer + " " + code + " 没有空间位置 (has no place)",
                    "先补充坐标 (give it coordinates first)"));
  }

  /** The report. */
  public Report report(Generation generation, Scope scope, Subject subject, Question question) {
    Compass compass = Compass.of(question.points());
    List<Double> rings = rings(question.radiusM());
    List<Report.ThemeResult> results = new ArrayList<>();
    boolean demo = subject.demo();
    for (Themes.Theme theme : themes.themes()) {
      Gathering gathering = new Gathering(catalog, subject, question, compass, rings);
      for (Themes.Source source : theme.layers()) {
        gathering.add(source, neighbours(generation, scope, subject, question, source));
      }
      results.add(gathering.result(theme));
      demo |= gathering.demo();
    }
    ExposedPeople exposed =
        ExposedPeople.count(
            themes.exposure(),
            subject,
            Query.on(generation.get(themes.exposure().settlements()), scope));
    Coordinate centre = subject.centre();
    return new Report(
        new Report.Place(
            subject.layer(),
            subject.code(),
            subject.name(),
            List.of(centre.x, centre.y),
            subject.demo()),
        question.radiusM(),
        compass.names(),
        rings,
        results,
        exposure(generation, subject, exposed),
        generation.dataVersion(),
        demo || exposed.demo());
  }

  private static Query neighbours(
      Generation generation,
      Scope scope,
      Subject subject,
      Question question,
      Themes.Source source) {
    Query near =
        Query.on(generation.get(source.layer()), scope).envelope(subject.reach(question.radiusM()));
    return source.filter() == null ? near : near.filter(Filter.parse(source.filter()));
  }

  private List<Double> rings(double radiusM) {
    List<Double> rings = new ArrayList<>();
    for (int ring : themes.ringsM()) {
      if (ring < radiusM) {
        rings.add((double) ring);
      }
    }
    rings.add(radiusM);
    return rings;
  }

  private Report.Exposure exposure(Generation generation, Subject subject, ExposedPeople exposed) {
    Themes.Exposure rule = themes.exposure();
    boolean boundary = subject.geometry().getDimension() == 2;
    BigDecimal alpha = standard.alpha(exposed.people());
    Text note =
        boundary
            ? new Text(
                "自厂界起算；居民点按面密度 " + Math.round(rule.densityPerKm2()) + " 人/km² 摊成圆面估算，供复核，不替代实地调查",
                "from the plant's boundary; settlements are spread over discs of "
                    + Math.round(rule.densityPerKm2())
                    + " people per km²: an estimate to check against, no survey")
            : new Text(
                "没有厂界，自点位（线位）起算，与标准的起算线不同",
                "there is no plant boundary: measured from the point or line, not as the standard"
                    + " says");
    return new Report.Exposure(
        rule.withinM(),
        exposed.people(),
        exposed.atPoints(),
        alpha.doubleValue(),
        boundary,
        rule.source(),
        note,
        recorded(generation, subject, alpha));
  }

  private Report.Recorded recorded(Generation generation, Subject subject, BigDecimal alpha) {
    if (subject.layer() == null
        || catalog.getLayer(subject.layer()).findField("exposed_500m").isEmpty()) {
      return null;
    }
    LayerSnapshot layer = generation.get(subject.layer());
    int row = Query.on(layer, Scope.wholeProvince("recorded")).findRow(subject.id()).orElseThrow();
    Map<String, Object> fields = new LinkedHashMap<>();
    RECORDED.forEach(field -> fields.put(field, layer.value(field, row)));
    double r = layer.number("r_value", row);
    double recordedAlpha = layer.number("alpha", row);
    if (!(r >= 0 && recordedAlpha > 0)) {
      return new Report.Recorded(fields, null, null);
    }
    BigDecimal weighted = BigDecimal.valueOf(r / recordedAlpha);
    BigDecimal rValue = weighted.multiply(alpha);
    return new Report.Recorded(fields, rValue.doubleValue(), standard.level(rValue));
  }
}
