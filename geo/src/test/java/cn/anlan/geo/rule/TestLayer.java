package cn.anlan.geo.rule;

import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** A layer made in a test: features with code, σ and whatever further fields they are given. */
final class TestLayer {
  private final String id;
  private final Map<String, ColumnKind> fields = new LinkedHashMap<>();
  private final List<Feature> features = new ArrayList<>();

  static final class Feature {
    private final Geometry geometry;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Feature(Geometry geometry) {
      this.geometry = geometry;
    }

    Feature with(String field, Object value) {
      values.put(field, value);
      return this;
    }
  }

  TestLayer(String id) {
    this.id = id;
    field("code", ColumnKind.TEXT);
    field("name", ColumnKind.TEXT);
    field("sigma_m", ColumnKind.NUMBER);
    field("is_demo", ColumnKind.BOOLEAN);
  }

  TestLayer field(String name, ColumnKind kind) {
    fields.put(name, kind);
    return this;
  }

  /** A feature with σ = 0 and a code of its own. */
  Feature add(Geometry geometry) {
    Feature feature =
        new Feature(geometry)
            .with("code", id + "-" + (features.size() + 1))
            .with("name", id + " " + (features.size() + 1))
            .with("sigma_m", 0.0);
    features.add(feature);
    return feature;
  }

  LayerSnapshot snapshot() {
    List<ColumnSpec> specs = new ArrayList<>();
    fields.forEach((name, kind) -> specs.add(new ColumnSpec(name, kind)));
    SnapshotBuilder builder = new SnapshotBuilder(id, 1, specs);
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      byte[] wkb = feature.geometry == null ? null : new WKBWriter().write(feature.geometry);
      builder.add(i + 1, wkb, specs.stream().map(s -> feature.values.get(s.name())).toArray());
    }
    return builder.build();
  }

  TargetLayer build() {
    return TargetLayer.of(snapshot());
  }
}
