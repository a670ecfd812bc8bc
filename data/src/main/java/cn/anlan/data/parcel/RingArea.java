package cn.anlan.data.parcel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** The area that rings enclose, in whatever order they come. */
public final class RingArea {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private RingArea() {}

  /** Rings inside another are holes of it, the others parts. Validity is not looked at. */
  public static MultiPolygon of(List<LinearRing> rings) {
    List<LinearRing> bySize = new ArrayList<>(rings);
    bySize.sort(
        Comparator.comparingDouble((LinearRing r) -> FACTORY.createPolygon(r).getArea())
            .reversed());
    List<LinearRing> shells = new ArrayList<>();
    List<List<LinearRing>> holes = new ArrayList<>();
    for (LinearRing ring : bySize) {
      int in = shellOf(ring, shells);
      if (in < 0) {
        shells.add(ring);
        holes.add(new ArrayList<>());
      } else {
        holes.get(in).add(ring);
      }
    }
    Polygon[] parts = new Polygon[shells.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = FACTORY.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new));
    }
    return FACTORY.createMultiPolygon(parts);
  }

  private static int shellOf(LinearRing ring, List<LinearRing> shells) {
    for (int i = 0; i < shells.size(); i++) {
      if (FACTORY.createPolygon(shells.get(i)).covers(ring)) {
        return i;
      }
    }
    return -1;
  }
}
