package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.load.OwnRows.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;

/**
 * The program's own rows in the binary format of COPY, each with the delivery and the data version
 * that it belongs to. Keeps the digest of all that a row says, without these two, so that the same
 * rows have the same digest in every database.
 */
final class RowEncoder {
  private record Column(String name, FieldType type) {}

  private final Layer layer;
  private final List<Column> columns = new ArrayList<>();
  private final long deliveryId;
  private final long dataVersion;
  private final WKBWriter wkb;
  private final MessageDigest digest;

  RowEncoder(Layer layer, long deliveryId, long dataVersion) {
    this.layer = layer;
    this.deliveryId = deliveryId;
    this.dataVersion = dataVersion;
    columns.add(new Column(StandardColumn.CODE.column(), FieldType.TEXT));
    for (Field field : layer.fields()) {
      columns.add(new Column(field.name(), field.type()));
    }
    columns.add(new Column(StandardColumn.SIGMA_M.column(), FieldType.NUMBER));
    columns.add(new Column(StandardColumn.SOURCE.column(), FieldType.TEXT));
    columns.add(new Column(StandardColumn.SOURCE_CRS.column(), FieldType.TEXT));
    columns.add(new Column(StandardColumn.IS_DEMO.column(), FieldType.BOOLEAN));
    boolean high = layer.hasGeometry() && layer.geometry().sqlType().endsWith("Z");
    this.wkb = new WKBWriter(high ? 3 : 2, true);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of the columns, quoted, in the order of the encoded rows. */
  String columns() {
    List<String> names = columns.stream().map(Column::name).collect(Collectors.toList());
    if (layer.hasGeometry()) {
      names.add(StandardColumn.GEOM.column());
    }
    names.add(StandardColumn.DELIVERY_ID.column());
    names.add(StandardColumn.DATA_VERSION.column());
    return names.stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException where a value is not of its field's type; it names both
   */
  void encode(Row row, CopyBuffer to) {
    int start = to.end();
    to.startRow(columns.size() + (layer.hasGeometry() ? 3 : 2));
    for (Column column : columns) {
      Object value = OwnRows.value(row, column.name());
      if (value == null) {
        to.missing();
        continue;
      }
      try {
        write(value, column.type(), to);
      } catch (ClassCastException e) {
        throw new IllegalArgumentException(
            "layer %s, code %s: field %s cannot take a %s"
                .formatted(layer.id(), row.code(), column.name(), value.getClass().getName()),
            e);
      }
    }
    if (layer.hasGeometry()) {
      shape(row.geometry(), to);
    }
    digest.update(to.bytes(), start, to.end() - start);
    to.whole(deliveryId);
    to.whole(dataVersion);
  }

  /** The digest of all rows so far, in hexadecimal; ends the encoding. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Appends one value that is not null.
   *
   * @throws ClassCastException where it is not of the type
   */
  static void write(Object value, FieldType type, CopyBuffer to) {
    switch (type) {
      case TEXT, CODE -> to.text(value.toString());
      case TEXT_LIST -> to.texts((List<?>) value);
      case INTEGER -> to.whole(whole((Number) value));
      case NUMBER -> to.number(((Number) value).doubleValue());
      case BOOLEAN -> to.truth((Boolean) value);
      case DATE -> to.day((LocalDate) value);
    }
  }

  private static long whole(Number value) {
    long whole = value.longValue();
    if (whole != value.doubleValue()) {
      throw new ClassCastException("not a whole number");
    }
    return whole;
  }

  private void shape(Geometry geometry, CopyBuffer to) {
    if (geometry == null) {
      to.missing();
    } else if (geometry instanceof Point point && !point.isEmpty()) {
      to.point(point.getX(), point.getY(), OwnRows.SRID);
    } else {
      to.sized(wkb.write(OwnRows.stored(layer, geometry)));
    }
  }
}
