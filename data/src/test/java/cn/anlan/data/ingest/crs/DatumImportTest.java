package cn.anlan.data.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** How the coordinate system of a delivery is settled: the squares' borders are known to 100 m. */
class DatumImportTest extends DatumDeliveries {
  @Test
  void anUndeclaredDatumIsDetectedFromTheCountiesThatRowsName() {
    List<String[]> places = alongTheBorders();
    for (CoordinateSystem system :
        List.of(CoordinateSystem.BD09, CoordinateSystem.GCJ02, CoordinateSystem.CGCS2000)) {
      Path file = delivered("map.csv", places, system);

      ImportReport report = office.run("enterprise", file, r -> r.sigmaM(5.0));

      assertThat(report.crs()).isEqualTo(system.code());
      assertThat(report.crsSource()).isEqualTo("evidence");
      assertThat(report.datum().decision()).isEqualTo("detected");
      assertThat(report.datum().finding()).isEqualTo("supports");
      assertThat(report.datum().namedRows()).isEqualTo(places.size());
      assertThat(report.datum().hypotheses()).hasSize(3);
      assertThat(report.datum().hypotheses())
          .filteredOn(h -> !h.crs().equals(system.code()))
          .allMatch(h -> h.oddsAgainst() >= 100);
      assertThat(report.issues())
          .filteredOn(i -> i.row() == 0)
          .singleElement()
          .satisfies(i -> assertThat(i.reason()).contains("按证据判为 " + system.code(), ":1"));
      assertThat(worstM(places)).as(system.code()).isLessThan(0.05);
      assertThat(office.rows("SELECT DISTINCT source_crs FROM layer.enterprise"))
          .containsExactly(system.code());
    }
    assertThat(
            office.rows(
                "SELECT report->'datum'->>'decision', options->>'insistCrs'"
                    + " FROM anlan.delivery WHERE crs = 'GCJ-02'"))
        .containsExactly("detected|false");
  }

  @Test
  void withoutEnoughEvidenceTheImportShowsTheOddsAndRefuses() {
    Path file = delivered("few.csv", alongTheBorders().subList(0, 12), CoordinateSystem.GCJ02);

    String refusal = office.refusal("enterprise", file, r -> r.sigmaM(5.0));

    assertThat(refusal).contains("没有声明坐标系", "不足以判定", "胜算 (odds)", ":1", "--crs");
  }

  @Test
  void aWrongDeclarationIsFoundOutAndGoesOnOnlyWhenTheUserInsistsWhichIsKept() {
    List<String[]> places = alongTheBorders();
    Path file = delivered("amap.csv", places, CoordinateSystem.GCJ02);

    assertThat(office.refusal("enterprise", file, r -> r.crs("WGS84").sigmaM(5.0)))
        .contains("声明的坐标系是 EPSG:4326", "证据表明是 GCJ-02", "--crs GCJ-02", "--insist-crs");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("WGS84").insistCrs(true).sigmaM(5.0));

    assertThat(report.committed()).isTrue();
    assertThat(report.datum().decision()).isEqualTo("insisted");
    assertThat(report.datum().finding()).isEqualTo("against");
    assertThat(report.issues())
        .filteredOn(i -> i.row() == 0)
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("坚持"));
    assertThat(worstM(places)).isBetween(500.0, 700.0);
    assertThat(
            office.rows(
                "SELECT options->>'insistCrs', report->'datum'->>'finding' FROM anlan.delivery"
                    + " WHERE layer = 'enterprise'"))
        .containsExactly("true|against");
  }

  @Test
  void shiftedNumbersThatSomebodyProjectedAreFoundOutToo() {
    List<String[]> gcj = new ArrayList<>();
    for (String[] place : alongTheBorders()) {
      Coordinate c = moved(place, CoordinateSystem.GCJ02);
      gcj.add(place(c.x, c.y, place[2]));
    }
    Path file = delivered("projected.csv", gcj, CoordinateSystem.GK3_CM_117E);

    assertThat(office.refusal("enterprise", file, r -> r.crs("EPSG:4548").sigmaM(5.0)))
        .contains("证据表明是 GCJ-02", "投影之前的经纬度");
  }

  @Test
  void aTrueDeclarationIsSupportedOrAtLeastNotSpokenAgainst() {
    List<String[]> places = alongTheBorders();

    ImportReport few =
        office.run(
            "enterprise",
            delivered("few.csv", places.subList(0, 5), CoordinateSystem.GCJ02),
            r -> r.crs("GCJ-02").sigmaM(5.0));
    assertThat(few.datum().decision()).isEqualTo("declared");
    assertThat(few.datum().finding()).isEqualTo("doubt");
    assertThat(few.issues()).isEmpty();

    ImportReport many =
        office.run(
            "enterprise",
            delivered("many.csv", places, CoordinateSystem.GCJ02),
            r -> r.crs("GCJ-02").sigmaM(5.0));
    assertThat(many.datum().finding()).isEqualTo("supports");
    assertThat(many.issues()).isEmpty();
  }

  @Test
  void axesSwappedInEveryRowAreReadInOrderAndSaid() {
    List<String[]> places = alongTheBorders().subList(0, 4);
    Path file = delivered("points.csv", places, CoordinateSystem.CGCS2000);

    ImportReport degrees =
        office.run(
            "enterprise",
            file,
            r -> r.crs("EPSG:4490").sigmaM(5.0).map("lon", "lat").map("lat", "lon"));

    assertThat(degrees.datum().axesSwapped()).isTrue();
    assertThat(degrees.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("全部 4 行", "swapped"));
    assertThat(worstM(places)).isLessThan(0.05);
    assertThat(office.rows("SELECT count(*) FROM layer.enterprise WHERE ST_X(source_geom) > 100"))
        .containsExactly("4");

    ImportReport metres =
        office.run(
            "enterprise",
            delivered("zone39.csv", places, CoordinateSystem.GK3_ZONE_39),
            r -> r.crs("EPSG:4527").sigmaM(6.0).map("lon", "lat").map("lat", "lon"));
    assertThat(metres.datum().axesSwapped()).isTrue();
    assertThat(worstM(places)).isLessThan(0.01);
  }

  @Test
  void truncatedEastingsOfTheNeighbouringZoneAreRefusedAndMixedOnesRowByRow() {
    List<String[]> places = alongTheBorders();
    Path zone39 = delivered("zone39.csv", places, CoordinateSystem.GK3_CM_117E);

    assertThat(office.refusal("enterprise", zone39, r -> r.crs("EPSG:4547").sigmaM(5.0)))
        .contains("32 行中 32 行按", "117°E", "只有 0 行", "293 km");
    assertThat(office.refusal("enterprise", zone39, r -> r.sigmaM(5.0)))
        .contains("没有声明坐标系", "32 行中 32 行按", "117°E", "西安80");

    Coordinate other =
        DatumShift.fromCgcs2000(
                new GeometryFactory().createPoint(new Coordinate(115.8, 28.7)),
                CoordinateSystem.GK3_CM_114E)
            .getCoordinate();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Coordinate c =
          DatumShift.fromCgcs2000(
                  new GeometryFactory().createPoint(new Coordinate(115.7 + 0.1 * i, 28.7)),
                  CoordinateSystem.GK3_CM_117E)
              .getCoordinate();
      rows.add(String.format(Locale.ROOT, "M%d,%.3f,%.3f,360102", i, c.x, c.y));
    }
    rows.add(String.format(Locale.ROOT, "M9,%.3f,%.3f,360102", other.x, other.y));
    ImportReport mixed =
        office.run(
            "enterprise",
            office.enterprises("mixed.csv", rows.toArray(String[]::new)),
            r -> r.crs("EPSG:4548").sigmaM(5.0).mode(ImportMode.QUARANTINE));
    assertThat(mixed.accepted()).isEqualTo(3);
    assertThat(mixed.issues())
        .filteredOn(i -> i.row() == 4 && i.severity() == Severity.ERROR)
        .isNotEmpty();
  }

  @Test
  void degreesMinutesAndSecondsPackedIntoOneNumberAreRefused() {
    Random random = new Random(SEED);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(
          String.format(
              Locale.ROOT,
              "P%d,115.%02d%02d5,28.%02d%02d5,360102",
              i,
              30 + random.nextInt(30),
              random.nextInt(60),
              30 + random.nextInt(20),
              random.nextInt(60)));
    }
    Path file = office.enterprises("packed.csv", rows.toArray(String[]::new));

    assertThat(office.refusal("enterprise", file, r -> r.crs("EPSG:4490").sigmaM(5.0)))
        .as("seed %d", SEED)
        .contains("度.分分秒秒", "115°51′28.8″");
  }

  @Test
  void aFilesOwnDeclarationIsOverruledOnlyByInsistence() {
    Path file =
        office.file(
            "declared.geojson",
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
            {"type":"Feature","properties":{"code":"1","name":"甲","sector":"fire","county_code":"360102"},"geometry":{"type":"Point","coordinates":[115.8694856,28.6853266]}}]}
            """);

    assertThat(office.refusal("enterprise", file, r -> r.crs("BD-09").sigmaM(5.0)))
        .contains("矛盾", "--insist-crs");
    ImportReport report =
        office.run("enterprise", file, r -> r.crs("BD-09").insistCrs(true).sigmaM(5.0));

    assertThat(report.datum().decision()).isEqualTo("insisted");
    assertThat(report.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("应使用者坚持按 BD-09"));
    assertThat(
            office.number(
                "SELECT ceil(ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(115.8580,"
                    + " 28.6830), 4490)::geography) * 100) FROM layer.enterprise"))
        .as("centimetres")
        .isLessThanOrEqualTo(2);
  }
}
