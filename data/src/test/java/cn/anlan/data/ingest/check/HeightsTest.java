package cn.anlan.data.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Release;
import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.report.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeightsTest extends AtTheOffice {
  private static final String ROAD =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"R1","name":"示例路","route_no":"G105","road_class":"class_2","admin_class":"national","from_stake_km":0,"to_stake_km":1.5,"county_code":"360102","sigma_m":5},"geometry":{"type":"LineString","coordinates":%s}}
      ]}
      """;
  private static final String HIGH = "[[115.85,28.68,20.5],[115.86,28.69,31.25],[115.87,28.69,44]]";
  private static final String FLAT = "[[115.85,28.68],[115.86,28.69],[115.87,28.69]]";
  private static final String STORED =
      "SELECT GeometryType(geom), ST_NDims(geom), round(ST_Z((d).geom)::numeric, 3) FROM"
          + " (SELECT geom, ST_DumpPoints(geom) AS d FROM layer.road) p ORDER BY (d).path";

  @ParameterizedTest
  @CsvSource({"geojson,geojson", "geojsonseq,geojsonl", "gpkg,gpkg", "shp,zip", "csv,csv"})
  void heightsAreStoredAndComeBackFromAnExport(String format, String suffix) {
    Path road = office.file("road.geojson", ROAD.formatted(HIGH));
    assertThat(office.run("road", road, r -> r.crs("4490")).issues()).isEmpty();
    List<String> stored = office.rows(STORED);
    assertThat(stored)
        .containsExactly(
            "MULTILINESTRING|3|20.500", "MULTILINESTRING|3|31.250", "MULTILINESTRING|3|44.000");

    Path out = directory.resolve("out." + suffix);
    ExportRequest request =
        ExportRequest.of("road", ExportFormat.parse(format), Release.internal("test"))
            .crs("EPSG:4547");
    Exporter.toFile(office.database(), request, out, false, rows -> {});
    office.run("DELETE FROM layer.road");
    assertThat(
            office.run("road", out, r -> format.equals("csv") ? r.crs("EPSG:4547") : r).rejected())
        .isZero();

    assertThat(office.rows(STORED)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "geojson,geojson",
    "geojsonseq,geojsonl",
    "gpkg,gpkg",
    "shp,zip",
    "csv,csv",
    "fgb,fgb",
    "kml,kml",
    "dxf,dxf"
  })
  void aRoadWithoutHeightsStaysWithoutWhicheverFileItTravelsIn(String format, String suffix) {
    Path road = office.file("road.geojson", ROAD.formatted(FLAT));
    ImportReport report = office.run("road", road, r -> r.crs("4490"));
    assertThat(report.issues())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.severity()).isEqualTo(Severity.WARNING);
              assertThat(i.reason()).contains("没有高程", "no heights");
              assertThat(i.remedy()).contains("--dem");
            });
    List<String> stored = office.rows(STORED);
    assertThat(stored).hasSize(3).allMatch(line -> line.equals("MULTILINESTRING|3|NaN"));
    assertThat(office.run("road", road, r -> r.crs("4490")).unchanged()).isEqualTo(1);

    Path out = directory.resolve("out." + suffix);
    ExportRequest request =
        ExportRequest.of("road", ExportFormat.parse(format), Release.internal("test"));
    Exporter.toFile(office.database(), request, out, false, rows -> {});
    if (!format.equals("kml") && !format.equals("dxf")) { // these bring no columns back
      office.run("DELETE FROM layer.road");
      assertThat(office.run("road", out, r -> r.crs("4490")).rejected()).isZero();
      assertThat(office.rows(STORED)).isEqualTo(stored);
    }
  }

  @Test
  void heightsThatAreAllZeroAreTakenAsNone() {
    Path road =
        office.file("zero.geojson", ROAD.formatted("[[115.85,28.68,0],[115.86,28.69,0.0]]"));
    ImportReport report = office.run("road", road, r -> r.crs("4490"));
    assertThat(report.issues()).singleElement().matches(i -> i.reason().contains("都是 0"));
    assertThat(office.rows(STORED)).hasSize(2).allMatch(line -> line.endsWith("|NaN"));
  }

  @Test
  void aLineWithSomeHeightsIsRefusedWithThePlace() {
    Path road =
        office.file(
            "flat.geojson",
            ROAD.formatted("[[115.85,28.68,20.5],[115.86,28.69],[115.87,28.69,44]]"));
    ImportReport report = office.run("road", road, r -> r.crs("4490"));
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.issues().toString())
        .contains("没有高程")
        .contains("while others have")
        .contains("28.69");
  }

  @Test
  void aLayerWithoutHeightsDropsThem() {
    Path firm =
        office.file(
            "firm.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"E1","name":"企业","sector":"fire","county_code":"360102","sigma_m":5},"geometry":{"type":"Point","coordinates":[115.85,28.68,33]}}
            ]}
            """);
    assertThat(office.run("enterprise", firm, r -> r.crs("4490")).rejected()).isZero();
    assertThat(office.rows("SELECT ST_NDims(geom), ST_NDims(source_geom) FROM layer.enterprise"))
        .containsExactly("2|3");
  }
}
