package cn.anlan.data.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.ImportReport;
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

/** What an import takes for evidence of a datum beside the counties that rows name. */
class DatumEvidenceTest extends DatumDeliveries {
  @Test
  void whatOnlyTheFormatImpliesNeedsEvidenceOrAWord() {
    List<String[]> places = alongTheBorders();
    Path few = pointFile("few.geojson", places.subList(0, 12), CoordinateSystem.GCJ02);
    Path many = pointFile("many.geojson", places, CoordinateSystem.WGS84);
    Path shifted = pointFile("amap.geojson", places, CoordinateSystem.GCJ02);

    assertThat(office.refusal("enterprise", few, r -> r.sigmaM(5.0)))
        .contains("没有写明坐标系", "WGS 84", "胜算 (odds)", "--crs EPSG:4326", "GCJ-02");
    assertThat(office.refusal("enterprise", shifted, r -> r.sigmaM(5.0))).contains("证据表明是 GCJ-02");

    ImportReport proven = office.run("enterprise", many, r -> r.sigmaM(5.0));
    assertThat(proven.crsSource()).isEqualTo("rfc7946");
    assertThat(proven.datum().decision()).isEqualTo("declared");
    ImportReport insisted = office.run("enterprise", few, r -> r.sigmaM(5.0).insistCrs(true));
    assertThat(insisted.datum().decision()).isEqualTo("insisted");
  }

  @Test
  void rowsWhosePlaceIsKnownTellTheDatumByThemselves() {
    List<String[]> places = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      places.add(place(115.8 + 0.02 * i, 28.7, "360102"));
    }
    office.run(
        "enterprise",
        delivered("surveyed.csv", places, CoordinateSystem.CGCS2000),
        r -> r.crs("EPSG:4490").sigmaM(1.0));

    ImportReport again =
        office.run(
            "enterprise",
            delivered("geocoded.csv", places, CoordinateSystem.BD09),
            r -> r.sigmaM(10.0));

    assertThat(again.crs()).isEqualTo("BD-09");
    assertThat(again.datum().knownRows()).isEqualTo(5);
    assertThat(worstM(places)).isLessThan(0.05);
  }

  @Test
  void rowsThatNameTheRoadTheyLieOnTellTheDatumByIt() {
    StringBuilder roads =
        new StringBuilder(
            "code,name,route_no,road_class,admin_class,from_stake_km,to_stake_km,county_code,wkt\n");
    StringBuilder tunnels = new StringBuilder("code,name,size,road_code,county_code,lon,lat\n");
    Random random = new Random(SEED);
    for (int i = 0; i < 8; i++) {
      double lon = 115.75 + 0.02 * i;
      double lat = 28.6 + 0.1 * random.nextDouble();
      double turn = Math.PI * i / 8;
      roads.append(
          String.format(
              Locale.ROOT,
              "L%d,示例路,G%d,class_1,national,0,2,360102,\"LINESTRING Z (%.7f %.7f 30,%.7f %.7f 31)\"%n",
              i,
              i,
              lon - 0.01 * Math.cos(turn),
              lat - 0.01 * Math.sin(turn),
              lon + 0.01 * Math.cos(turn),
              lat + 0.01 * Math.sin(turn)));
      Coordinate c =
          DatumShift.fromCgcs2000(
                  new GeometryFactory().createPoint(new Coordinate(lon, lat)),
                  CoordinateSystem.BD09)
              .getCoordinate();
      tunnels.append(
          String.format(Locale.ROOT, "T%d,隧道,short,L%d,360102,%.7f,%.7f%n", i, i, c.x, c.y));
    }
    ImportReport network =
        office.run(
            "road",
            office.file("roads.csv", roads.toString()),
            r -> r.crs("EPSG:4490").sigmaM(5.0));
    assertThat(network.accepted()).as(network.issues().toString()).isEqualTo(8);

    ImportReport report =
        office.run("tunnel", office.file("tunnels.csv", tunnels.toString()), r -> r.sigmaM(10.0));

    assertThat(report.crs()).as("seed %d", SEED).isEqualTo("BD-09");
    assertThat(report.datum().knownRows()).isEqualTo(8);
  }
}
