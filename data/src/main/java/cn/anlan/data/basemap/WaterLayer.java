package cn.anlan.data.basemap;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The waters of {@code waters.csv}, each from the source that draws it best: the Yangtze and the
 * lakes from GSHHG, the rivers as lines from World Data Bank II, the reservoirs from geo-maps.
 */
final class WaterLayer {
  /** What is drawn: Jiangxi and a margin. */
  static final Envelope BOX = new Envelope(113.2, 118.9, 24.1, 30.4);

  /** Where the lake ends and the Yangtze begins: across the narrows at Hukou (湖口). */
  private static final Coordinate[] HUKOU = {
    new Coordinate(116.175, 29.7410), new Coordinate(116.232, 29.7370)
  };

  private static final double SIMPLIFY_M = 40;
  private static final double SMALLEST_PART_M2 = 50_000;

  private final List<Polygon> gshhg;
  private final List<Polygon> geoMaps;
  private final RiverNetwork rivers;

  WaterLayer(List<Polygon> gshhgLakes, List<LineString> wdbiiRivers, List<Polygon> geoMaps) {
    this.gshhg = gshhgLakes;
    this.geoMaps = geoMaps;
    this.rivers = new RiverNetwork(wdbiiRivers);
  }

  List<BaseFeature> build(List<WaterName> names) {
    List<BaseFeature> waters = new ArrayList<>();
    for (WaterName name : names) {
      waters.add(new BaseFeature(name.code(), properties(name), store(draw(name))));
    }
    return waters;
  }

  /** The water as its source draws it, in degrees, inside the box. */
  Geometry draw(WaterName name) {
    Geometry water =
        switch (name.source()) {
          case "gshhg" -> lake(gshhg, name);
          case "geomaps" -> lake(geoMaps, name);
          case "wdbii" -> rivers.course(name.name(), name.places());
          default ->
              throw new UserFault("waters.csv: 未知来源 " + name.source(), "gshhg, wdbii 或 geomaps");
        };
    if (BOX.covers(water.getEnvelopeInternal())) {
      // An overlay would also break a line where it meets itself.
      return water;
    }
    Geometry box = GeoJsonFile.FACTORY.toGeometry(BOX);
    return OverlayNGRobust.overlay(water, box, OverlayNG.INTERSECTION);
  }

  private static Geometry lake(List<Polygon> source, WaterName name) {
    List<Polygon> parts = new ArrayList<>();
    for (Coordinate place : name.places()) {
      Geometry point = GeoJsonFile.FACTORY.createPoint(place);
      Polygon lake =
          source.stream()
              .filter(p -> p.contains(point))
              .findFirst()
              .orElseThrow(
                  () -> new UserFault(name.name() + ": 没有水面含 " + place, "改 waters.csv 里的地点"));
      LineString cut = GeoJsonFile.FACTORY.createLineString(HUKOU);
      parts.add(lake.intersects(cut) ? Polygons.cutPart(lake, cut, place) : lake);
    }
    return Polygons.collect(parts, 0);
  }

  private static Geometry store(Geometry lonLat) {
    Geometry metres = Planes.toMetres(lonLat);
    if (metres.getDimension() < 2) {
      return Planes.toStoredDegrees(DouglasPeuckerSimplifier.simplify(metres, SIMPLIFY_M));
    }
    Geometry simple = TopologyPreservingSimplifier.simplify(metres, SIMPLIFY_M);
    Geometry stored =
        Planes.toStoredDegrees(Polygons.collect(Polygons.of(simple), SMALLEST_PART_M2));
    if (!stored.isValid()) {
      throw new IllegalStateException("a simplified water is not valid: " + stored.getEnvelope());
    }
    return stored;
  }

  private static Map<String, Object> properties(WaterName name) {
    WaterSource source = WaterSource.get(name.source());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", name.name());
    properties.put("name_en", name.nameEn());
    properties.put("kind", name.kind());
    properties.put("river_system", name.riverSystem());
    properties.put("yangtze_basin", name.yangtzeBasin());
    properties.put("definition", "mapped");
    properties.put("sigma_m", source.sigmaM());
    properties.put("sigma_definition_m", name.sigmaDefinitionM());
    properties.put("source", source.title());
    properties.put("source_crs", "EPSG:4326");
    properties.put("name_basis", name.basis());
    return properties;
  }
}
