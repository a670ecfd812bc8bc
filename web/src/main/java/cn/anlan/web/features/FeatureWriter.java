package cn.anlan.web.features;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;

/** Rows of a snapshot as GeoJSON features. */
public final class FeatureWriter {
  private final LayerSnapshot snapshot;
  private final List<String> columns;
  private final UnaryOperator<Geometry> shape;

  /**
   * @param columns the properties, in their order
   * @param shape what is written for a row's geometry, which is made anew for it
   */
  public FeatureWriter(
      LayerSnapshot snapshot, List<String> columns, UnaryOperator<Geometry> shape) {
    this.snapshot = snapshot;
    this.columns = columns;
    this.shape = shape;
  }

  /** All properties, geometries as they are kept. */
  static FeatureWriter whole(LayerSnapshot snapshot) {
    return new FeatureWriter(
        snapshot,
        snapshot.columns().stream().map(ColumnSpec::name).toList(),
        UnaryOperator.identity());
  }

  /** Writes one feature. */
  public void write(int row, JsonGenerator json) {
    open(row, Map.of(), json);
    json.writeEndObject();
  }

  /**
   * Writes one feature, leaving its object open for further members.
   *
   * @param others properties that the snapshot does not hold
   */
  public void open(int row, Map<String, Object> others, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeNumberProperty("id", snapshot.id(row));
    json.writeName("geometry");
    GeoJsonGeometry.write(snapshot.findGeometry(row).map(shape).orElse(null), json);
    json.writeObjectPropertyStart("properties");
    for (String column : columns) {
      json.writeName(column);
      GeoJsonValue.write(snapshot.value(column, row), json);
    }
    for (Map.Entry<String, Object> other : others.entrySet()) {
      json.writeName(other.getKey());
      GeoJsonValue.write(other.getValue(), json);
    }
    json.writeEndObject();
  }
}
