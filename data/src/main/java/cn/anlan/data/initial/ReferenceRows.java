package cn.anlan.data.initial;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.basemap.CsvTable;
import cn.anlan.data.basemap.RegionName;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Small layers that every installation has from the beginning: who reports, and what the source
 * documents are and say. A table {@code reference/<layer>.csv} has the layer's own field names as
 * headings; the statutory reporting units are made from the regions' names.
 */
final class ReferenceRows {
  /** In such an order that nothing refers to what comes later. */
  static final List<String> LAYERS =
      List.of("reporting_unit", "source_document", "document_term", "campaign_phase");

  private ReferenceRows() {}

  /**
   * Fills those that are empty: a database of an earlier program has the base map, but not them.
   */
  static void ensure(Database database, String author, Progress progress) {
    List<String> empty =
        LAYERS.stream()
            .filter(
                l -> !InitialData.holds(database, "SELECT EXISTS (SELECT FROM layer." + l + ")"))
            .filter(l -> !l.equals("reporting_unit") || holdsOurRegions(database))
            .toList();
    if (empty.isEmpty()) {
      return;
    }
    progress.step("装入参考数据 (loading reference data): " + String.join(", ", empty));
    database.inTransaction(
        author,
        "参考数据 (reference data)",
        connection -> {
          load(connection, database.catalog(), empty);
          return null;
        });
  }

  /** An office with regions of its own has reporting units of its own too. */
  private static boolean holdsOurRegions(Database database) {
    String codes =
        BaseMap.regionNames().all().stream()
            .map(n -> "('" + n.code() + "')")
            .collect(Collectors.joining(", "));
    return InitialData.holds(
        database,
        "SELECT NOT EXISTS (SELECT FROM (VALUES "
            + codes
            + ") ours(code) WHERE NOT EXISTS"
            + " (SELECT FROM layer.region r WHERE r.code = ours.code))");
  }

  /** Writes some of the layers within the caller's transaction. */
  static void load(Connection connection, Catalog catalog, List<String> layers)
      throws SQLException, IOException {
    for (String id : layers) {
      Layer layer = catalog.getLayer(id);
      OwnRows.load(connection, layer, "reference", rows(layer));
    }
  }

  static List<Row> rows(Layer layer) {
    List<Row> rows = new ArrayList<>();
    if (layer.id().equals("reporting_unit")) {
      BaseMap.regionNames().all().forEach(name -> rows.add(statutory(name)));
    }
    String file = "reference/" + layer.id() + ".csv";
    for (Map<String, String> line : CsvTable.parse(file, text(file))) {
      Map<String, Object> values = new HashMap<>();
      values.put(StandardColumn.SOURCE.column(), line.get(StandardColumn.SOURCE.column()));
      for (Field field : layer.fields()) {
        String cell = line.get(field.name());
        if (cell != null && !cell.isBlank()) {
          values.put(field.name(), value(field, cell));
        }
      }
      rows.add(new Row(line.get(StandardColumn.CODE.column()), values, null));
    }
    return rows;
  }

  private static Row statutory(RegionName name) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", name.name());
    values.put("aliases", name.aliases());
    values.put("kind", "statutory");
    values.put("unit_level", name.level());
    values.put("parent_code", name.parentCode());
    values.put("region_code", name.code());
    values.put("is_functional_zone", false);
    values.put("valid_from", name.validFrom());
    values.put("valid_to", name.validTo());
    values.put("successor_code", name.successorCode());
    values.put("predecessor_code", predecessor(name));
    values.put("note", name.note());
    values.put(
        StandardColumn.SOURCE.column(), "行政区划代码 GB/T 2260;有效期见说明 (valid time: see the note)");
    return new Row(name.code(), values, null);
  }

  /** A unit founded out of others, and not by renaming one, was counted where it is drawn. */
  private static String predecessor(RegionName name) {
    if (name.validFrom() == null) {
      return null;
    }
    List<String> former = name.formerCodes().isEmpty() ? name.drawnIn() : name.formerCodes();
    return former.isEmpty() ? null : former.get(0);
  }

  private static Object value(Field field, String cell) {
    return switch (field.type()) {
      case TEXT, CODE -> cell;
      case TEXT_LIST -> CsvTable.list(cell);
      case INTEGER -> Long.valueOf(cell);
      case NUMBER -> Double.valueOf(cell);
      case BOOLEAN -> Boolean.valueOf(cell);
      case DATE -> LocalDate.parse(cell);
    };
  }

  private static String text(String file) {
    try (InputStream in = ReferenceRows.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
