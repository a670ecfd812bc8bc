package cn.anlan.data.ingest.crs;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Deliveries in several systems to an office whose squares' borders are known to 100 m. */
abstract class DatumDeliveries extends AtTheOffice {
  static final long SEED = 20261122;

  /** CGCS2000 places some 200 m inside two borders, in cells of their own; with their county. */
  static List<String[]> alongTheBorders() {
    Random random = new Random(SEED);
    List<String[]> places = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double lon = 115.25 + 0.09 * i + 0.01 * random.nextDouble();
      places.add(place(lon, 28.4 + 0.002, lon < 115.5 ? "360112" : "360102"));
      places.add(place(lon, 28.4 - 0.002, "361025"));
    }
    for (int i = 0; i < 6; i++) {
      double lat = 28.45 + 0.09 * i + 0.01 * random.nextDouble();
      places.add(place(115.5 + 0.002, lat, "360102"));
      places.add(place(115.5 - 0.002, lat, "360112"));
    }
    return places;
  }

  static String[] place(double lon, double lat, String county) {
    return new String[] {Double.toString(lon), Double.toString(lat), county};
  }

  final Path delivered(String name, List<String[]> places, CoordinateSystem system) {
    String[] rows = new String[places.size()];
    for (int i = 0; i < rows.length; i++) {
      Coordinate c = moved(places.get(i), system);
      rows[i] = String.format(Locale.ROOT, "E%02d,%.7f,%.7f,%s", i, c.x, c.y, places.get(i)[2]);
    }
    return office.enterprises(name, rows);
  }

  /** The farthest that a stored row lies from its true place. */
  final double worstM(List<String[]> places) {
    double worst = 0;
    for (int i = 0; i < places.size(); i++) {
      String sql =
          "SELECT ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(%s, %s), 4490)::geography)"
              + " FROM layer.enterprise WHERE code = '%s'";
      String code = String.format(Locale.ROOT, "E%02d", i);
      worst =
          Math.max(
              worst,
              Double.parseDouble(
                  office.rows(sql.formatted(places.get(i)[0], places.get(i)[1], code)).get(0)));
    }
    return worst;
  }

  final Path pointFile(String name, List<String[]> places, CoordinateSystem system) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String[] at = places.get(i);
      Coordinate c = moved(at, system);
      features.add(
          String.format(
              Locale.ROOT,
              "{\"type\":\"Feature\",\"properties\":{\"code\":\"J%d\",\"name\":\"示例\","
                  + "\"sector\":\"fire\",\"county_code\":\"%s\"},\"geometry\":"
                  + "{\"type\":\"Point\",\"coordinates\":[%.7f,%.7f]}}",
              i,
              at[2],
              c.x,
              c.y));
    }
    return office.file(
        name, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  /** A place in the numbers of another system. */
  static Coordinate moved(String[] place, CoordinateSystem system) {
    Coordinate at = new Coordinate(Double.parseDouble(place[0]), Double.parseDouble(place[1]));
    return DatumShift.fromCgcs2000(new GeometryFactory().createPoint(at), system).getCoordinate();
  }
}
