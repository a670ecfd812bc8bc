package cn.anlan.data.survey;

import cn.anlan.data.gdal.Gdal;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.source.FileOpener;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Closed lines of a drawing (DXF): x is east. Arcs are taken as GDAL draws them. Texts, points and
 * blocks are passed over. Where lines stand in several layers of the drawing one must be named.
 */
final class DxfBoundary {
  private DxfBoundary() {}

  static PointFile read(
      Path file, String name, CoordinateSystem system, Optional<String> drawingLayer) {
    Path work = temporary();
    try {
      Path json = convert(file, name, work);
      Map<String, List<SourceRow>> byLayer = new TreeMap<>();
      try (DeliveredFile drawn = FileOpener.open(json, FileOpener.Options.none())) {
        drawn.forEach(
            row -> {
              if (row.geometry() != null && row.geometry().getDimension() > 0) {
                Object layer = row.values().get("Layer");
                byLayer.computeIfAbsent(String.valueOf(layer), key -> new ArrayList<>()).add(row);
              }
            });
      }
      return points(choose(byLayer, name, drawingLayer), system);
    } finally {
      delete(work);
    }
  }

  private static Path convert(Path file, String name, Path work) {
    Path json = work.resolve("boundary.geojson");
    Gdal.Outcome outcome =
        new Gdal(work, Set.of("DXF", "GeoJSON"))
            .run(
                "ogr2ogr",
                List.of(
                    "-f",
                    "GeoJSON",
                    "-dim",
                    "XY",
                    "-lco",
                    "RFC7946=NO",
                    "-lco",
                    "COORDINATE_PRECISION=15",
                    json.toString(),
                    file.toAbsolutePath().toString(),
                    "entities"));
    if (outcome.exitCode() != 0) {
      throw new UserFault(
          name + " 无法读取 (GDAL cannot read it) " + outcome.complaint(),
          "存为 AutoCAD 2000 以后的 ASCII DXF (save as ASCII DXF)");
    }
    return json;
  }

  private static List<SourceRow> choose(
      Map<String, List<SourceRow>> byLayer, String name, Optional<String> wanted) {
    if (byLayer.isEmpty()) {
      throw new UserFault(
          name + " 里没有线 (no lines in the drawing)", "把界址线画成闭合多段线 (draw closed lines)");
    }
    String names = String.join(", ", byLayer.keySet());
    if (wanted.isEmpty() && byLayer.size() > 1) {
      throw new UserFault(
          name + " 有 " + byLayer.size() + " 个图层有线 (lines in several layers)",
          "指明界址线所在图层 (name the layer): " + names);
    }
    List<SourceRow> rows =
        wanted.isEmpty() ? byLayer.values().iterator().next() : byLayer.get(wanted.get());
    if (rows == null) {
      throw new UserFault(name + " 里没有图层 (no such layer) " + wanted.get(), "可选 (choose): " + names);
    }
    return rows;
  }

  private static PointFile points(List<SourceRow> rows, CoordinateSystem system) {
    List<BoundaryPoint> points = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    int ring = 0;
    for (SourceRow row : rows) {
      for (LineString line : rings(row.geometry())) {
        ring++;
        int number = 0;
        for (Coordinate c : line.getCoordinates()) {
          points.add(new BoundaryPoint(row.number(), ring + "-" + ++number, ring, c.x, c.y));
        }
      }
    }
    return new PointFile("DXF", system, true, points, issues);
  }

  private static List<LineString> rings(Geometry geometry) {
    List<LineString> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof LineString line) {
        rings.add(line);
      } else if (part instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing());
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          rings.add(polygon.getInteriorRingN(h));
        }
      }
    }
    return rings;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("anlan-survey-");
    } catch (IOException e) {
      throw new UncheckedIOException("making a temporary directory", e);
    }
  }

  private static void delete(Path work) {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing a temporary directory", e);
    }
  }
}
