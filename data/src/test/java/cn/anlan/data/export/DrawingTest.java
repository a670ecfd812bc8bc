package cn.anlan.data.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Selection;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drawings, which hold no table: every shape of every layer as GDAL reads it back, beside what
 * PostGIS makes of the row, within 1 mm.
 */
class DrawingTest {
  private static final int ROWS = 8;

  @TempDir static Path directory;
  private static SmallDemo demo;

  @BeforeAll
  static void fill() {
    demo = new SmallDemo();
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @TestFactory
  Stream<DynamicTest> everyShapeIsDrawnInItsPlace() {
    return demo.layers().stream()
        .filter(Layer::hasGeometry)
        .map(layer -> DynamicTest.dynamicTest(layer.id(), () -> compare(layer)));
  }

  private static void compare(Layer layer) throws IOException {
    long[] ids = demo.someIds(layer, ROWS, "geom IS NOT NULL");
    Path file = directory.resolve(layer.id() + ".dxf");
    ExportRequest request =
        ExportRequest.of(layer.id(), ExportFormat.DXF, TestRelease.of(layer))
            .crs("EPSG:4547")
            .selection(Selection.of(ids, demo.database().dataVersion(), "test"));
    Exporter.toFile(demo.database(), request, file, false, r -> {});

    List<Coordinate[]> expected = expected(layer, ids);
    List<Coordinate[]> drawn = drawn(layer);
    assertThat(drawn).as("shapes of " + layer.id()).hasSameSizeAs(expected);
    for (int i = 0; i < drawn.size(); i++) {
      assertThat(drawn.get(i)).as("shape " + i).hasSameSizeAs(expected.get(i));
      for (int k = 0; k < drawn.get(i).length; k++) {
        assertThat(drawn.get(i)[k].distance(expected.get(i)[k]))
            .as("%s: shape %d, vertex %d", layer.id(), i, k)
            .isCloseTo(0, within(0.001));
      }
    }
  }

  private static List<Coordinate[]> expected(Layer layer, long[] ids) {
    String list = Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
    List<Coordinate[]> shapes = new ArrayList<>();
    for (String hex :
        demo.rows(
            "SELECT encode(ST_AsBinary(ST_Transform(ST_Force2D(geom), 4547)), 'hex') FROM layer."
                + layer.id()
                + " WHERE id IN ("
                + list
                + ") ORDER BY id")) {
      try {
        takeApart(new WKBReader().read(WKBReader.hexToBytes(hex)), shapes);
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
    }
    return shapes;
  }

  private static void takeApart(Geometry geometry, List<Coordinate[]> shapes) {
    if (geometry instanceof GeometryCollection many) {
      for (int i = 0; i < many.getNumGeometries(); i++) {
        takeApart(many.getGeometryN(i), shapes);
      }
    } else if (geometry instanceof Polygon polygon) {
      shapes.add(polygon.getExteriorRing().getCoordinates());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        shapes.add(polygon.getInteriorRingN(i).getCoordinates());
      }
    } else {
      shapes.add(geometry.getCoordinates());
    }
  }

  private static List<Coordinate[]> drawn(Layer layer) throws IOException {
    String json = layer.id() + ".geojson";
    GdalTools.run(
        directory,
        "ogr2ogr",
        "-f",
        "GeoJSON",
        json,
        layer.id() + ".dxf",
        "-lco",
        "RFC7946=NO",
        "-lco",
        "COORDINATE_PRECISION=9");
    List<Coordinate[]> shapes = new ArrayList<>();
    JsonNode collection = JsonMapper.shared().readTree(Files.readString(directory.resolve(json)));
    for (JsonNode feature : collection.get("features")) {
      shapes.add(GeoJsonGeometry.read(feature.get("geometry")).getCoordinates());
    }
    return shapes;
  }
}
