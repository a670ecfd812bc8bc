package cn.anlan.data.delivery;

import cn.anlan.data.sheet.CsvCell;
import cn.anlan.geo.geojson.GeoJsonCrs;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rejected rows in the form in which they came, to be corrected and sent again: a CSV with the
 * file's own columns (UTF-8; opens in a spreadsheet), or GeoJSON in the file's own coordinates.
 * Before the columns stand three of ours, which an import passes over but for the first, by which
 * the corrected row is known.
 */
public final class RejectedRowsWriter implements Closeable {
  private static final String ROW = "anlan_row";
  private static final String ISSUES = "anlan_issues";

  private final OriginalForm form;
  private final BufferedWriter writer;
  private final JsonGenerator json;

  /** Begins to write; the stream is closed with this. */
  public RejectedRowsWriter(OriginalForm form, OutputStream out) throws IOException {
    this.form = form;
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.json = form.table() ? null : JsonMapper.shared().createGenerator(writer);
    if (form.table()) {
      List<String> heading = new ArrayList<>(List.of(Quarantine.ID_COLUMN, ROW, ISSUES));
      heading.addAll(form.columns());
      writer.write("\ufeff");
      line(heading.stream().map(CsvCell::text).toList());
    } else {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      crs();
      json.writeArrayPropertyStart("features");
    }
  }

  /** Whether a column of a delivered file is one of ours. */
  public static boolean isOwnColumn(String column) {
    return column.equals(Quarantine.ID_COLUMN) || column.equals(ROW) || column.equals(ISSUES);
  }

  /** One row; of an id 0 none is written. */
  public void write(QuarantinedRow row) throws IOException {
    if (form.table()) {
      cells(row);
    } else {
      feature(row);
    }
  }

  private void cells(QuarantinedRow row) throws IOException {
    List<String> cells = new ArrayList<>();
    cells.add(row.id() == 0 ? "" : Long.toString(row.id()));
    cells.add(Long.toString(row.row()));
    cells.add(CsvCell.text(reasons(row)));
    for (String column : form.columns()) {
      Object value = row.original().get(column);
      cells.add(cell(value));
    }
    Object surplus = row.original().get("");
    if (surplus != null) {
      cells.add(surplus.toString()); // CSV already: cells beyond the headings
    }
    line(cells);
  }

  /** A negative number is no formula. */
  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("-?[0-9.]+") ? text : CsvCell.text(text);
  }

  private void feature(QuarantinedRow row) throws IOException {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("properties");
    if (row.id() != 0) {
      json.writeNumberProperty(Quarantine.ID_COLUMN, row.id());
    }
    json.writeNumberProperty(ROW, row.row());
    json.writeStringProperty(ISSUES, reasons(row));
    for (Map.Entry<String, Object> value : row.original().entrySet()) {
      json.writeName(value.getKey());
      json.writePOJO(value.getValue());
    }
    json.writeEndObject();
    json.writeName("geometry");
    boolean none = row.sourceGeom() == null || row.sourceGeom().isEmpty();
    GeoJsonGeometry.write(none ? null : row.sourceGeom(), json);
    json.writeEndObject();
  }

  private void crs() {
    if (form.crs() == null) {
      return;
    }
    GeoJsonCrs.write(form.crs(), json);
  }

  private static String reasons(QuarantinedRow row) {
    return row.issues().stream()
        .map(i -> (i.field() == null ? "" : i.field() + ": ") + i.reason() + " → " + i.remedy())
        .collect(Collectors.joining("; "));
  }

  private void line(List<String> cells) throws IOException {
    writer.write(String.join(",", cells));
    writer.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      if (json != null) {
        json.writeEndArray();
        json.writeRaw("\n");
        json.writeEndObject();
        json.close();
      }
    }
  }
}
