package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * County-months beyond their control limits as rows of the layer {@code accident_signal}, so that
 * they are mapped, tiled and exported. Written anew it changes nothing where nothing differs.
 */
public final class SignalRows {
  private static final String LAYER = "accident_signal";
  private static final String AUTHOR = "anlan";
  private static final int CGCS2000 = 4490;
  private static final List<Measure> MEASURES = List.of(Measure.ACCIDENTS, Measure.DEATHS);

  private SignalRows() {}

  /**
   * Replaces the counties' signals of production accidents over the last {@link
   * AccidentAnalyses#CONTROL_MONTHS} months of the data.
   *
   * @param generation with the layers accident, enterprise, reporting_unit and region
   * @return how many rows there are now
   */
  public static int write(Database database, Generation generation) {
    return write(database, generation, null, AccidentAnalyses.CONTROL_MONTHS);
  }

  /**
   * @param asOf the last day; null for the end of the data
   * @param months how many whole months up to it
   */
  public static int write(Database database, Generation generation, LocalDate asOf, int months) {
    int written = 0;
    Scope scope = Scope.wholeProvince("signals");
    for (Measure measure : MEASURES) {
      AccidentQuestion question =
          new AccidentQuestion(asOf, null, UnitLevel.COUNTY, null, true, measure, null);
      Control.Answer answer =
          Control.of(new AccidentFacts(generation, scope, List.of(), question), months);
      String runKey = "county/production/" + measure.word();
      List<Row> rows = rows(answer, runKey, measure, generation.get("region"), scope);
      ResultRows.replace(
          database, LAYER, runKey, rows, AUTHOR, "事故控制图 (control charts of accidents)");
      written += rows.size();
    }
    return written;
  }

  private static List<Row> rows(
      Control.Answer answer, String runKey, Measure measure, LayerSnapshot regions, Scope scope) {
    GeometryFactory points = new GeometryFactory(new PrecisionModel(), CGCS2000);
    List<Row> rows = new ArrayList<>();
    for (Control.Signal s : answer.signals()) {
      Map<String, Object> values = new HashMap<>();
      values.put("run_key", runKey);
      values.put("name", s.name());
      values.put("region_code", s.code());
      values.put("month", s.month().atDay(1));
      values.put("measure", measure.title().zh());
      values.put("side", s.side());
      values.put("count", s.count());
      values.put("expected", rounded(s.expected(), 100));
      values.put("lower_limit", s.lowerLimit());
      values.put("upper_limit", s.upperLimit());
      values.put("q_value", rounded(s.qValue(), 1e6));
      values.put("worth_a_look", s.worthALook());
      values.put("explanation", s.explanation().zh());
      values.put("is_demo", answer.manifest().isDemo());
      values.put("source", "accident，截止 (as of) " + answer.manifest().asOf());
      Point at =
          Query.on(regions, scope)
              .findRow(s.code())
              .map(
                  row ->
                      points.createPoint(new Coordinate(regions.lonDeg(row), regions.latDeg(row))))
              .orElse(null);
      rows.add(new Row(runKey + "/" + s.code() + "/" + s.month(), values, at));
    }
    return rows;
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
