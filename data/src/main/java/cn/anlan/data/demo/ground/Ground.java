package cn.anlan.data.demo.ground;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.Shapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The ground the invented province stands on: the product's base map, and where one may build. */
public final class Ground {
  private final List<County> counties;
  private final Map<String, County> byCode = new HashMap<>();
  private final Geometry province;
  private final Geometry water;
  private final PreparedGeometry preparedWater;
  private final List<Geometry> shores;
  private final STRtree index = new STRtree();

  private Ground(List<County> counties, Geometry province, Geometry water, List<Geometry> shores) {
    this.counties = counties;
    this.province = province;
    this.water = water;
    this.preparedWater = PreparedGeometryFactory.prepare(water);
    this.shores = shores;
    for (County county : counties) {
      byCode.put(county.code(), county);
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(county.geometry());
      index.insert(county.geometry().getEnvelopeInternal(), Map.entry(county, prepared));
    }
    index.build();
  }

  /** The base map, with seats drawn for the counties. */
  public static Ground of(DemoPlan plan) {
    Map<String, String> cityNames = new HashMap<>();
    Geometry province = null;
    List<BaseFeature> drawn = new ArrayList<>();
    for (BaseFeature region : BaseMap.regions()) {
      switch (region.text("admin_level")) {
        case "province" -> province = region.geometry();
        case "city" -> cityNames.put(region.code(), region.text("name"));
        default -> drawn.add(region);
      }
    }
    drawn.sort(Comparator.comparing(BaseFeature::code));
    List<Geometry> shores = BaseMap.demoShorelines().stream().map(BaseFeature::geometry).toList();
    Geometry water = water(shores);
    PreparedGeometry wet = PreparedGeometryFactory.prepare(water);
    Random random = plan.random("seat");
    List<County> counties = new ArrayList<>();
    for (BaseFeature region : drawn) {
      String city = region.text("parent_code");
      counties.add(
          new County(
              region.code(),
              region.text("name"),
              city,
              cityNames.get(city),
              (long) Math.max(1, region.getNumber("population")),
              region.geometry(),
              new Places(region.geometry(), wet, random).centre()));
    }
    return new Ground(List.copyOf(counties), province, water, shores);
  }

  /** In order of code. */
  public List<County> counties() {
    return counties;
  }

  /**
   * @throws IllegalArgumentException where there is no such county
   */
  public County getCounty(String code) {
    County county = byCode.get(code);
    if (county == null) {
      throw new IllegalArgumentException("no county " + code);
    }
    return county;
  }

  public Geometry province() {
    return province;
  }

  /** Where nothing is built: rivers and lakes, as surfaces. */
  public Geometry water() {
    return water;
  }

  public PreparedGeometry preparedWater() {
    return preparedWater;
  }

  /** The invented shorelines that sites are placed by. */
  public List<Geometry> shores() {
    return shores;
  }

  /** The county that covers a place. */
  public Optional<County> countyAt(Coordinate at) {
    Point point = Shapes.point(at);
    for (Object item : index.query(point.getEnvelopeInternal())) {
      @SuppressWarnings("unchecked")
      Map.Entry<County, PreparedGeometry> entry = (Map.Entry<County, PreparedGeometry>) item;
      if (entry.getValue().covers(point)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** Whether a place lies in the province and not in the water. */
  public boolean isLand(Coordinate at) {
    return countyAt(at).isPresent() && !preparedWater.intersects(Shapes.point(at));
  }

  private static Geometry water(List<Geometry> shores) {
    List<Geometry> areas = new ArrayList<>();
    for (Geometry shore : shores) {
      addAreas(shore, areas);
    }
    BaseMap.waters().forEach(water -> addAreas(water.geometry(), areas));
    return OverlayNGRobust.union(areas, shores.get(0).getFactory());
  }

  private static void addAreas(Geometry geometry, List<Geometry> areas) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        areas.add(geometry.getGeometryN(i));
      }
    }
  }
}
