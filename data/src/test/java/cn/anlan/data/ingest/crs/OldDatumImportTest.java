package cn.anlan.data.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Xian 1980 and Beijing 1954, with invented parameters, as an office would configure them. */
class OldDatumImportTest extends AtTheOffice {
  private static final String PROJ =
      "'+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +a=6378140 +rf=298.257"
          + " +towgs84=12.5,-101.25,7.75,0.8,-1.3,2.1,-4.5 +no_defs'";

  @Test
  void areRefusedWithoutParametersAndMovedWithTheOfficesOwnTheSourceShown() throws IOException {
    Path file = office.enterprises("old.csv", "1,39388382.945,3174669.149,360102");
    Path conf = directory.resolve("conf");

    assertThat(
            office.refusal("enterprise", file, r -> r.crs("EPSG:2363").confDir(conf).sigmaM(5.0)))
        .contains("Xian 1980", "国家秘密", "零平移", "var/conf/datums");

    Files.createDirectories(conf.resolve("datums"));
    Files.writeString(
        conf.resolve("datums/trial.yaml"),
        """
        id: trial
        datum: xian_1980
        convention: position_vector
        translation_m: [12.5, -101.25, 7.75]
        rotation_arcsec: [0.8, -1.3, 2.1]
        scale_ppm: -4.5
        sigma_m: 0.5
        valid_in: {west: 113, south: 24, east: 119, north: 31}
        source: 示例参数,某测绘单位 2012 年第 1 号
        """);
    ImportReport report =
        office.run("enterprise", file, r -> r.crs("EPSG:2363").confDir(conf).sigmaM(5.0));

    assertThat(report.crs()).isEqualTo("EPSG:2363");
    assertThat(report.datum().parameters().id()).isEqualTo("trial");
    assertThat(report.datum().parameters().source()).contains("2012 年第 1 号");
    assertThat(
            office.rows(
                "SELECT source_crs, ST_SRID(source_geom), ST_X(source_geom) FROM layer.enterprise"))
        .containsExactly("EPSG:2363|2363|39388382.945");
    assertThat(
            office.rows(
                "SELECT report->'datum'->'parameters'->>'id' FROM anlan.delivery WHERE crs = 'EPSG:2363'"))
        .containsExactly("trial");
    assertThat(
            office
                .rows("SELECT options::text || coalesce(report::text, '') FROM anlan.delivery")
                .toString())
        .as("parameters are never kept")
        .doesNotContain("101.25");
    // PostGIS is given the same parameters as a PROJ string.
    assertThat(
            office.number(
                "SELECT ceil(1000 * ST_Distance(geom::geography, ST_SetSRID(ST_Transform(ST_SetSRID("
                    + "ST_MakePoint(39388382.945, 3174669.149), 0), "
                    + PROJ
                    + ", '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs'), 4490)::geography))"
                    + " FROM layer.enterprise"))
        .as("millimetres")
        .isLessThanOrEqualTo(2);
  }
}
