package cn.anlan.data.export.row;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.export.metadata.Facts;
import cn.anlan.data.export.plan.ExportColumns;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.snapshots.CopyRows;
import cn.anlan.geo.datum.DatumShift;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Reads a layer's rows in the order of their ids, by binary COPY, and brings their geometry to the
 * wanted system. None is kept. Chosen rows are asked for in lots, the first a small one, so that
 * the first row comes at once however many there are.
 */
final class RowReader {
  private static final int FIRST_LOT = 500;
  private static final int LOT = 20_000;
  private static final int TELL_ROWS = 1_000;

  private final ExportPlan plan;
  private final Layer layer;
  private final String rows;
  private final FieldType[] types;
  private final WKBReader wkb = new WKBReader();

  /**
   * @param rows what stands in a FROM clause for the layer at the version
   */
  RowReader(ExportPlan plan, String rows) {
    this.plan = plan;
    this.layer = plan.layer();
    this.rows = rows;
    this.types = plan.columns().stream().map(Column::type).toArray(FieldType[]::new);
  }

  /**
   * Hands over all rows.
   *
   * @param told how many there were so far, now and then; may throw to end it
   */
  void forEach(Connection connection, RowWriter writer, Facts facts, LongConsumer told)
      throws SQLException, IOException {
    Optional<long[]> ids = plan.request().selection().ids();
    if (ids.isEmpty()) {
      read(connection, Optional.empty(), writer, facts, told);
    } else {
      long[] all = ids.get();
      int from = 0;
      while (from < all.length) {
        int to = Math.min(all.length, from + (from == 0 ? FIRST_LOT : LOT));
        long[] lot = Arrays.copyOfRange(all, from, to);
        read(connection, Optional.of(lot), writer, facts, told);
        from = to;
      }
    }
    told.accept(facts.rows());
  }

  private void read(
      Connection connection, Optional<long[]> lot, RowWriter writer, Facts facts, LongConsumer told)
      throws SQLException, IOException {
    int fields = 1 + types.length + 3 + (layer.hasGeometry() ? 1 : 0);
    try (CopyRows copy = new CopyRows(connection, query(lot), fields)) {
      while (copy.next()) {
        writer.write(row(copy, facts));
        if (facts.rows() % TELL_ROWS == 0) {
          told.accept(facts.rows());
        }
      }
    }
  }

  private ExportRow row(CopyRows copy, Facts facts) throws SQLException {
    copy.length();
    long id = copy.whole();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(copy, types[i]);
    }
    Double sigmaM = (Double) value(copy, FieldType.NUMBER);
    String source = (String) value(copy, FieldType.TEXT);
    boolean demo = Boolean.TRUE.equals(value(copy, FieldType.BOOLEAN));
    facts.add(sigmaM == null ? Double.NaN : sigmaM, source, demo);
    int length = layer.hasGeometry() ? copy.length() : -1;
    return new ExportRow(id, values, length < 0 ? null : moved(copy.copyOf(length)));
  }

  private static Object value(CopyRows copy, FieldType type) {
    int length = copy.length();
    if (length < 0) {
      return null;
    }
    return switch (type) {
      case TEXT, CODE ->
          new String(copy.bytes(), copy.skip(length), length, StandardCharsets.UTF_8);
      case TEXT_LIST -> copy.texts();
      case INTEGER -> copy.whole();
      case NUMBER -> copy.number();
      case BOOLEAN -> copy.truth();
      case DATE -> LocalDate.ofEpochDay(copy.epochDay());
    };
  }

  private Geometry moved(byte[] bytes) {
    try {
      return DatumShift.fromCgcs2000(wkb.read(bytes), plan.crs());
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry is not readable", e);
    }
  }

  private String query(Optional<long[]> lot) {
    List<String> wanted = new ArrayList<>(List.of("id"));
    plan.columns().forEach(c -> wanted.add('"' + c.name() + '"'));
    wanted.addAll(List.of(ExportColumns.SIGMA, ExportColumns.SOURCE, ExportColumns.DEMO));
    if (layer.hasGeometry()) {
      wanted.add("ST_AsBinary(" + StandardColumn.GEOM.column() + ")");
    }
    List<String> conditions = new ArrayList<>();
    plan.request().release().rowCondition(layer).ifPresent(conditions::add);
    lot.ifPresent(ids -> conditions.add(among(ids)));
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return "(SELECT "
        + String.join(", ", wanted)
        + " FROM "
        + rows
        + " r"
        + where
        + " ORDER BY id)";
  }

  private static String among(long[] ids) {
    String list = Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
    return "id = ANY ('{" + list + "}'::bigint[])";
  }
}
