package cn.anlan.data.export;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Rows for the layers that hold results of analysis, which no import and no generator fills: one a
 * county, every field as the catalogue says, through the way that results are written.
 */
final class SampleResults {
  private static final String RUN = "sample";
  private static final int ROWS = 4;

  private final SmallDemo demo;

  private SampleResults(SmallDemo demo) {
    this.demo = demo;
  }

  static void write(SmallDemo demo) {
    SampleResults samples = new SampleResults(demo);
    for (Layer layer : demo.database().catalog().layers()) {
      if (layer.findField(ResultRows.RUN_KEY).isPresent()) {
        ResultRows.replace(
            demo.database(), layer.id(), RUN, samples.rows(layer), "test", "sample results");
      }
    }
  }

  private List<Row> rows(Layer layer) {
    String shape =
        switch (layer.geometry()) {
          case POINT -> "ST_PointOnSurface(geom)";
          case LINE -> "ST_Boundary(geom)";
          default -> "geom";
        };
    List<Row> rows = new ArrayList<>();
    for (String county :
        demo.rows(
            "SELECT code || ' ' || encode(ST_AsBinary("
                + shape
                + "), 'hex') FROM layer.region WHERE admin_level = 'county' AND geom IS NOT NULL"
                + " ORDER BY code LIMIT "
                + ROWS)) {
      String[] parts = county.split(" ");
      Map<String, Object> values = new HashMap<>();
      for (Field field : layer.fields()) {
        values.put(field.name(), value(field, parts[0]));
      }
      values.put(ResultRows.RUN_KEY, RUN);
      rows.add(
          new Row(RUN + "/" + parts[0], values, layer.hasGeometry() ? geometry(parts[1]) : null));
    }
    return rows;
  }

  private Object value(Field field, String county) {
    Catalog catalog = demo.database().catalog();
    String code =
        field.codes() == null ? null : catalog.getCodes(field.codes()).codes().get(0).value();
    return switch (field.type()) {
      case TEXT -> county;
      case CODE -> code;
      case INTEGER -> code == null ? (Object) 1L : Long.valueOf(code);
      case NUMBER -> 0.5;
      case BOOLEAN -> true;
      case DATE -> LocalDate.of(2021, 11, 30);
      case TEXT_LIST -> List.of(county);
    };
  }

  private static Geometry geometry(String hex) {
    try {
      return new WKBReader().read(WKBReader.hexToBytes(hex));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
