package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Water areas of OpenStreetMap in 2017 from npm's {@code @geo-maps/earth-waterbodies-10m}: one
 * collection of multi-polygons, 139 MB, without names, WGS 84. Read as a stream; of all the world's
 * waters only those are kept (and made valid) in which one of the wanted places lies.
 */
final class GeoMaps {
  private final List<Coordinate> places;
  private final List<Polygon> waters = new ArrayList<>();

  private GeoMaps(List<Coordinate> places) {
    this.places = places;
  }

  static List<Polygon> read(Path packages, List<Coordinate> places) {
    Path file = PackageFolder.find(packages, "@geo-maps/earth-waterbodies-10m", "map.geo.json");
    GeoMaps reader = new GeoMaps(places);
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JsonMapper.builder().build().createParser(in)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals("coordinates")) {
          parser.nextToken();
          reader.readMultiPolygon(parser);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return reader.waters;
  }

  private void readMultiPolygon(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      List<Coordinate[]> rings = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        rings.add(readRing(parser));
      }
      Polygon water = polygon(rings);
      if (places.stream().anyMatch(place -> holds(water, place))) {
        waters.addAll(Polygons.of(GeometryFixer.fix(water)));
      }
    }
  }

  /** Also right for rings that are not valid: crossings of a ray are counted. */
  private static boolean holds(Polygon water, Coordinate place) {
    return water.getEnvelopeInternal().covers(place)
        && SimplePointInAreaLocator.locate(place, water) != Location.EXTERIOR;
  }

  private static Coordinate[] readRing(JsonParser parser) {
    List<Coordinate> ring = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      parser.nextToken();
      double lon = parser.getDoubleValue();
      parser.nextToken();
      ring.add(new Coordinate(lon, parser.getDoubleValue()));
      parser.nextToken();
    }
    return ring.toArray(Coordinate[]::new);
  }

  private static Polygon polygon(List<Coordinate[]> rings) {
    LinearRing[] holes =
        rings.stream()
            .skip(1)
            .map(GeoJsonFile.FACTORY::createLinearRing)
            .toArray(LinearRing[]::new);
    return GeoJsonFile.FACTORY.createPolygon(
        GeoJsonFile.FACTORY.createLinearRing(rings.get(0)), holes);
  }
}
