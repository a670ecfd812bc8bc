package cn.anlan.geo.rule.ground;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where the target layer is declared complete: for a site standing there, every feature that could
 * matter is in the layer. Whoever draws such an area draws it with that margin. Its edges are taken
 * straight in degrees. Immutable, for any threads.
 */
public final class Coverage {
  private final PreparedGeometry real;
  private final PreparedGeometry all;

  /** One declared area; {@code demo} areas vouch for nothing real. */
  public record Area(Geometry polygon, boolean demo) {}

  private Coverage(PreparedGeometry real, PreparedGeometry all) {
    this.real = real;
    this.all = all;
  }

  /** Nothing is declared complete: no site can pass. */
  public static Coverage none() {
    return of(List.of());
  }

  public static Coverage of(Collection<Area> areas) {
    return new Coverage(
        unite(areas.stream().filter(a -> !a.demo).map(Area::polygon).toList()),
        unite(areas.stream().map(Area::polygon).toList()));
  }

  /** Whether real areas, taken together, hold the whole site. */
  public boolean covers(Geometry site) {
    return real != null && real.covers(site);
  }

  /** As {@link #covers}, with the invented areas too. */
  public boolean coversWithDemo(Geometry site) {
    return all != null && all.covers(site);
  }

  /** What is declared complete, the invented areas too; empty where nothing is. */
  public Optional<Geometry> areaWithDemo() {
    return Optional.ofNullable(all).map(PreparedGeometry::getGeometry);
  }

  private static PreparedGeometry unite(List<Geometry> polygons) {
    if (polygons.isEmpty()) {
      return null;
    }
    Geometry union = OverlayNGRobust.union(polygons, polygons.get(0).getFactory());
    return PreparedGeometryFactory.prepare(union);
  }
}
