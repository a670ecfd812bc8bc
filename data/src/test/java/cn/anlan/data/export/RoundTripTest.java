package cn.anlan.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.plan.ExportColumns;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.Loss;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.datum.CoordinateSystem;
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

/**
 * Rows of every layer of the catalogue go out in every format, are deleted, and come in again
 * through the import: attributes equal, nulls null, Chinese intact, coordinates within 1 mm, except
 * for what {@link Loss} says of the format. The systems take turns, so that each meets every
 * format. Where a row lies is computed anew at import, and is not compared.
 */
class RoundTripTest {
  private static final int ROWS = 12;

  /** A WKT of so many points fits into a cell of a spreadsheet. */
  private static final int POINTS_OF_A_CELL = 700;

  /** The import keeps the level that a file brings where it computes one from factors. */
  private static final String DELIVERED_LEVEL =
      "CASE WHEN k.factor_l IS NULL AND k.factor_e IS NULL AND k.factor_c IS NULL"
          + " AND k.factor_m IS NULL AND k.factor_s IS NULL"
          + " THEN k.level_reported ELSE coalesce(k.level_reported, k.level) END";

  private static final List<ExportFormat> FORMATS =
      Arrays.stream(ExportFormat.values()).filter(f -> f != ExportFormat.DXF).toList();

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

  /**
   * Every layer in half of the formats and every format with half of the layers, like the fields of
   * a chessboard; all of them take minutes.
   */
  @TestFactory
  Stream<DynamicTest> whatGoesOutComesInTheSame() {
    List<Layer> layers = demo.layers();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      for (int j = i % 2; j < FORMATS.size(); j += 2) {
        Layer layer = layers.get(i);
        ExportFormat format = FORMATS.get(j);
        if (!layer.hasGeometry() && Loss.ofFormat(format).contains(Loss.NO_GEOMETRY)) {
          continue; // refused, which ReleaseTest holds
        }
        CoordinateSystem crs = crs(format, i + 5 * j);
        String name = layer.id() + " " + format.word() + " " + crs.code();
        HeadingLanguage headings =
            format.hasHeadings() ? HeadingLanguage.values()[i % 3] : HeadingLanguage.NAME;
        tests.add(DynamicTest.dynamicTest(name, () -> roundTrip(layer, format, crs, headings)));
      }
    }
    return tests.stream();
  }

  private static CoordinateSystem crs(ExportFormat format, int turn) {
    CoordinateSystem[] systems = CoordinateSystem.values();
    return format == ExportFormat.KML ? CoordinateSystem.WGS84 : systems[turn % systems.length];
  }

  private void roundTrip(
      Layer layer, ExportFormat format, CoordinateSystem crs, HeadingLanguage headings) {
    boolean sheet = format == ExportFormat.XLSX && layer.hasGeometry();
    long[] ids =
        demo.someIds(layer, ROWS, sheet ? "ST_NPoints(geom) <= " + POINTS_OF_A_CELL : "true");
    assertThat(ids.length > 0 || sheet).as("rows of " + layer.id()).isTrue();
    if (ids.length == 0) {
      return; // all too large for a cell: Loss.CELL_LENGTH, tested by itself
    }
    keep(layer, ids);
    Path file = directory.resolve(layer.id() + "_" + crs.name() + "." + format.extension());
    ExportReport report = export(layer, format, crs, headings, ids, file);
    assertThat(report.rows()).isEqualTo(ids.length);
    demo.run("DELETE FROM layer." + layer.id() + " WHERE id IN (SELECT id FROM anlan.kept)");
    try {
      long inserted = 0;
      for (String part : report.parts().size() > 1 ? report.parts() : List.of("")) {
        ImportReport back = read(layer, format, crs, file, part);
        assertThat(back.rejected()).as(back.issues().toString()).isZero();
        inserted += back.inserted();
      }
      assertThat(inserted).isEqualTo(ids.length);
      compare(layer, format, report);
    } finally {
      putBack(layer);
    }
  }

  private static void keep(Layer layer, long[] ids) {
    String list = Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
    demo.run(
        "DROP TABLE IF EXISTS anlan.kept",
        "CREATE TABLE anlan.kept AS SELECT * FROM layer."
            + layer.id()
            + " WHERE id IN ("
            + list
            + ")");
  }

  private static void putBack(Layer layer) {
    String table = "layer." + layer.id();
    demo.run(
        "DELETE FROM " + table + " WHERE code IN (SELECT code FROM anlan.kept)",
        "INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT * FROM anlan.kept");
  }

  private static ExportReport export(
      Layer layer,
      ExportFormat format,
      CoordinateSystem crs,
      HeadingLanguage headings,
      long[] ids,
      Path file) {
    ExportRequest request =
        ExportRequest.of(layer.id(), format, TestRelease.of(layer))
            .crs(crs.code())
            .headings(headings)
            .selection(Selection.of(ids, demo.database().dataVersion(), "test"));
    if (format.hasEncoding() && crs.ordinal() % 2 == 0) {
      request = request.encoding("GB18030");
    }
    return Exporter.toFile(demo.database(), request, file, true, rows -> {});
  }

  /** Formats that the import does not read are turned into one that it does by GDAL. */
  private static ImportReport read(
      Layer layer, ExportFormat format, CoordinateSystem crs, Path file, String part) {
    Path read =
        switch (format) {
          case XLSX -> converted(file, layer, "CSV", "csv");
          case KML, FGB -> converted(file, layer, "GeoJSON", "geojson");
          default -> file;
        };
    ImportRequest.Builder request = ImportRequest.of(layer.id(), read);
    if (!part.isEmpty()) {
      request.layerName(part);
    }
    boolean declared =
        format.name().startsWith("GEOJSON")
            || crs.epsg().isPresent() && format != ExportFormat.CSV && format != ExportFormat.XLSX;
    if (layer.hasGeometry() && !declared) {
      request.crs(crs.code());
    }
    if (format == ExportFormat.CSV && crs.ordinal() % 2 == 0) {
      request.encoding("GB18030");
    }
    request.rejectedDir(directory.resolve("rejected"));
    return Importer.run(demo.database(), request.build(), Progress.silent());
  }

  private static Path converted(Path file, Layer layer, String driver, String extension) {
    Path to = file.resolveSibling(file.getFileName() + "." + extension);
    List<String> command =
        new ArrayList<>(List.of("ogr2ogr", "-f", driver, to.toString(), file.toString()));
    command.add(layer.id());
    command.addAll(
        driver.equals("CSV")
            ? List.of("-oo", "HEADERS=FORCE")
            : List.of("-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=15"));
    GdalTools.run(directory, command.toArray(String[]::new));
    return to;
  }

  private static void compare(Layer layer, ExportFormat format, ExportReport report) {
    for (Column column : ExportColumns.of(layer, List.of(), HeadingLanguage.NAME)) {
      if (!column.name().equals(layer.regionLocatedField())) {
        String expected =
            column.name().equals("level_reported") && "risk_level".equals(layer.derive())
                ? DELIVERED_LEVEL
                : expected(column, format, report);
        assertThat(differing(layer, expected, column.name()))
            .as("%s of %s through %s", column.name(), layer.id(), format.word())
            .isEmpty();
      }
    }
    if (layer.hasGeometry()) {
      boolean turned = Loss.ofFormat(format).contains(Loss.RING_DIRECTION);
      assertThat(turned ? displacedUnordered(layer) : displaced(layer))
          .as("vertices of " + layer.id())
          .isEmpty();
    }
  }

  /** What must stand in a column: the value kept, or what the losses of the format leave of it. */
  private static String expected(Column column, ExportFormat format, ExportReport report) {
    boolean joined = column.type() == FieldType.TEXT_LIST;
    String kept = "k.\"" + column.name() + "\"";
    kept = joined ? "nullif(" + kept + ", '{}')" : kept; // Loss.EMPTY
    if (joined && Loss.ofFormat(format).contains(Loss.LISTS)) {
      return "array_remove(regexp_split_to_array(array_to_string("
          + kept
          + ", '; '), '\\s*[;；、|]\\s*'), '')";
    }
    boolean cut =
        report.warnings().stream()
            .anyMatch(w -> w.contains("字段 " + column.name() + " ") && w.contains("截断"));
    if (cut && format == ExportFormat.SHP && !joined) {
      return "CASE WHEN "
          + kept
          + " LIKE r.\""
          + column.name()
          + "\" || '%' THEN r.\""
          + column.name()
          + "\" ELSE "
          + kept
          + " END";
    }
    return kept;
  }

  private static List<String> differing(Layer layer, String expected, String column) {
    return demo.rows(
        "SELECT k.code, %1$s, r.\"%2$s\" FROM anlan.kept k FULL JOIN (SELECT * FROM layer.%3$s WHERE"
                .formatted(expected, column, layer.id())
            + " code IN (SELECT code FROM anlan.kept)) r USING (code)"
            + " WHERE %1$s IS DISTINCT FROM r.\"%2$s\" LIMIT 3".formatted(expected, column));
  }

  /** The same where only the order of vertices may differ. */
  private static List<String> displacedUnordered(Layer layer) {
    return demo.rows(
        """
        SELECT k.code, 'kind or place' FROM anlan.kept k JOIN layer.%s l USING (code)
        WHERE GeometryType(ST_Multi(k.geom)) IS DISTINCT FROM GeometryType(ST_Multi(l.geom))
          OR ST_NPoints(k.geom) <> ST_NPoints(l.geom)
          OR ST_HausdorffDistance(k.geom, l.geom) * 111320 > 0.001
        LIMIT 3
        """
            .formatted(layer.id()));
  }

  /**
   * Rows whose geometry is of another kind, has another vertex, or one more than 1 mm off. The
   * import stores lines and polygons as multi-parts, whatever they were.
   */
  private static List<String> displaced(Layer layer) {
    return demo.rows(
        """
        WITH a AS (SELECT code, geom FROM anlan.kept WHERE geom IS NOT NULL),
          b AS (SELECT code, geom FROM layer.%s WHERE code IN (SELECT code FROM anlan.kept)),
          p AS (SELECT code, (d).path AS path, (d).geom AS at
            FROM (SELECT code, ST_DumpPoints(ST_Multi(geom)) AS d FROM a) x),
          q AS (SELECT code, (d).path AS path, (d).geom AS at
            FROM (SELECT code, ST_DumpPoints(ST_Multi(geom)) AS d FROM b) x)
        SELECT code, 'kind' FROM a LEFT JOIN b USING (code)
          WHERE GeometryType(ST_Multi(a.geom)) IS DISTINCT FROM GeometryType(ST_Multi(b.geom))
            OR ST_NDims(a.geom) IS DISTINCT FROM ST_NDims(b.geom)
        UNION ALL
        SELECT code, path::text FROM p FULL JOIN q USING (code, path)
          WHERE coalesce(ST_DistanceSphere(ST_Force2D(p.at), ST_Force2D(q.at)) > 0.001
            OR abs(ST_Z(p.at) - ST_Z(q.at)) > 0.001, p.at IS NULL OR q.at IS NULL)
        LIMIT 3
        """
            .formatted(layer.id()));
  }
}
