package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** The golden table and its cases, from YAML. */
record FilterTable(List<Column> columns, List<List<Object>> rows, List<Case> cases) {
  record Column(String name, ColumnKind kind) {}

  record Case(String filter, List<Integer> codes, String why) {}

  static FilterTable load() {
    return StrictYaml.read("golden.yaml", text("golden.yaml"), FilterTable.class);
  }

  static String text(String file) {
    try (InputStream in = FilterTable.class.getResourceAsStream("/filter/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  LayerSnapshot snapshot() {
    List<ColumnSpec> specs = new ArrayList<>();
    columns.forEach(c -> specs.add(new ColumnSpec(c.name(), c.kind())));
    specs.add(new ColumnSpec("code", ColumnKind.TEXT));
    SnapshotBuilder builder = new SnapshotBuilder("golden", 1, specs);
    for (List<Object> row : rows) {
      Object[] values = new Object[specs.size()];
      for (int c = 0; c < columns.size(); c++) {
        Object value = row.get(c + 2);
        boolean day = columns.get(c).kind() == ColumnKind.DATE && value != null;
        values[c] = day ? LocalDate.parse((String) value) : value;
      }
      values[columns.size()] = row.get(0).toString();
      builder.add((Integer) row.get(0), wkb((String) row.get(1)), values);
    }
    return builder.build();
  }

  private static byte[] wkb(String wkt) {
    try {
      return wkt == null ? null : new WKBWriter().write(new WKTReader().read(wkt));
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** The ids that a filter finds, ascending. */
  static List<Integer> find(LayerSnapshot snapshot, String filter) {
    List<Integer> found = new ArrayList<>();
    Query.on(snapshot, Scope.wholeProvince("test"))
        .filter(Filter.parse(filter))
        .rows()
        .forEach((int row) -> found.add((int) snapshot.id(row)));
    found.sort(null);
    return found;
  }
}
