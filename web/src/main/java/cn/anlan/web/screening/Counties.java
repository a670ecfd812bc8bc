package cn.anlan.web.screening;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.web.site.SiteGeometry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The counties of today: which one a point lies in, and which one words mean. A boundary is known
 * to its σ only, so whoever refuses a place because of its county allows for {@link #toleranceM}.
 */
final class Counties {
  private static final double UNKNOWN_SIGMA_M = 500;

  /**
   * A county.
   *
   * @param words its code, name, aliases and former names
   * @param area its outline, or that of the county in which it is drawn
   */
  record County(String code, String name, List<String> words, Geometry area) {}

  private record Located(County county, IndexedPointInAreaLocator inside) {}

  private final List<Located> drawn = new ArrayList<>();
  private final List<County> counties = new ArrayList<>();
  private final double toleranceM;
  private Geometry province;

  private Counties(double toleranceM) {
    this.toleranceM = toleranceM;
  }

  static Counties of(LayerSnapshot regions) {
    double sigmaM = 0;
    Map<String, Geometry> outlines = new HashMap<>();
    List<Integer> rows = new ArrayList<>();
    for (int row : regions.rows().toArray()) {
      boolean today = regions.date("valid_to", row) == null;
      if (today && "county".equals(regions.text("admin_level", row))) {
        rows.add(row);
        String code = regions.text("code", row);
        regions.findGeometry(row).ifPresent(area -> outlines.put(code, area));
        double sigma = regions.number("sigma_m", row);
        sigmaM = Math.max(sigmaM, Double.isNaN(sigma) ? UNKNOWN_SIGMA_M : sigma);
      }
    }
    Counties counties = new Counties(2 * sigmaM);
    rows.forEach(row -> counties.add(regions, row, outlines));
    counties.province = province(regions);
    return counties;
  }

  private static Geometry province(LayerSnapshot regions) {
    for (int row : regions.rows().toArray()) {
      boolean today = regions.date("valid_to", row) == null;
      if (today && "province".equals(regions.text("admin_level", row))) {
        return regions.findGeometry(row).orElse(null);
      }
    }
    return null;
  }

  /** The province's outline, where one is loaded. */
  Optional<Geometry> province() {
    return Optional.ofNullable(province);
  }

  private void add(LayerSnapshot regions, int row, Map<String, Geometry> outlines) {
    String code = regions.text("code", row);
    String name = regions.text("name", row);
    List<String> words = new ArrayList<>(List.of(code, name));
    words.addAll(texts(regions.value("aliases", row)));
    words.addAll(texts(regions.value("former_codes", row)));
    Geometry own = outlines.get(code);
    Geometry area =
        own != null
            ? own
            : texts(regions.value("drawn_in", row)).stream()
                .map(outlines::get)
                .findFirst()
                .orElse(null);
    County county = new County(code, name, words, area);
    counties.add(county);
    if (own != null) {
      drawn.add(new Located(county, new IndexedPointInAreaLocator(own)));
    }
  }

  private static Collection<String> texts(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /** Two standard deviations of the boundaries, metres. */
  double toleranceM() {
    return toleranceM;
  }

  /** The county that the middle of the site lies in. */
  Optional<County> find(Geometry site) {
    Coordinate at = SiteGeometry.inside(site);
    return drawn.stream()
        .filter(l -> l.county().area().getEnvelopeInternal().contains(at))
        .filter(l -> l.inside().locate(at) != Location.EXTERIOR)
        .map(Located::county)
        .findFirst();
  }

  /** The county that a code or name means, or whose name stands in an address. */
  Optional<County> named(String words) {
    Optional<County> exactly = counties.stream().filter(c -> c.words().contains(words)).findFirst();
    return exactly.isPresent()
        ? exactly
        : counties.stream()
            .filter(c -> longest(c, words) > 0)
            .max(Comparator.comparingInt(c -> longest(c, words)));
  }

  /** How far the site is from the county's outline, metres; 0 inside, empty without an outline. */
  Optional<Double> awayM(County county, Geometry site) {
    return Optional.ofNullable(county.area())
        .map(area -> GeodesicTarget.of(area).nearest(site).distanceM());
  }

  private static int longest(County county, String address) {
    Stream<String> names = county.words().stream().filter(w -> !w.matches("\\d+"));
    return names.filter(address::contains).mapToInt(String::length).max().orElse(0);
  }
}
