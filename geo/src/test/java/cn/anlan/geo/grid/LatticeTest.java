package cn.anlan.geo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.DefaultGridFeatureBuilder;
import org.geotools.grid.Grids;
import org.geotools.grid.hexagon.HexagonOrientation;
import org.geotools.grid.hexagon.Hexagons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTReader;

class LatticeTest {
  private static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);
  private static final Envelope SOUTH = new Envelope(-30_000, 41_000, -120_000, -55_000);

  @Test
  void areasAreThoseOfTheEllipsoid() {
    for (CellShape shape : CellShape.values()) {
      // At the province's far south-west corner.
      Lattice lattice =
          Lattice.over(shape, 10_000, new Envelope(-240_000, -230_000, -310_000, -300_000));
      for (int cell = 0; cell < lattice.size(); cell++) {
        PolygonArea area = new PolygonArea(CGCS2000, false);
        for (Coordinate c : lattice.outline(cell).getCoordinates()) {
          area.AddPoint(c.y, c.x);
        }
        double km2 = Math.abs(area.Compute().area) / 1e6;
        assertThat(km2).as(lattice.code(cell)).isCloseTo(lattice.cellKm2(), within(0.002));
      }
    }
  }

  @Test
  void distancesAreTrueWithinTheStatedShare() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      double lon = 113.6 + 4.9 * random.nextDouble();
      double lat = 24.5 + 5.6 * random.nextDouble();
      double azimuth = 360 * random.nextDouble();
      var there = CGCS2000.Direct(lat, lon, azimuth, 10_000);
      double[] xy = {lon, lat, there.lon2, there.lat2};
      EqualAreaPlane.toPlane(xy);
      assertThat(Math.hypot(xy[2] - xy[0], xy[3] - xy[1]))
          .as("seed 4, " + lon + " " + lat)
          .isCloseTo(10_000, within(10_000 * 0.0005));
      EqualAreaPlane.toDegrees(xy);
      assertThat(xy[0]).isCloseTo(lon, within(3e-8));
      assertThat(xy[1]).isCloseTo(lat, within(3e-8));
    }
  }

  @ParameterizedTest
  @EnumSource(CellShape.class)
  void aPointBelongsToTheCellWhoseOutlineHoldsIt(CellShape shape) {
    Lattice lattice = Lattice.over(shape, 3_000, SOUTH);
    Random random = new Random(11);
    GeometryFactory points = new GeometryFactory();
    for (int i = 0; i < 2_000; i++) {
      double x = SOUTH.getMinX() + random.nextDouble() * SOUTH.getWidth();
      double y = SOUTH.getMinY() + random.nextDouble() * SOUTH.getHeight();
      int cell = lattice.cellOf(x, y);
      Geometry outline = EqualAreaPlane.toPlane(lattice.outline(cell));
      Point point = points.createPoint(new Coordinate(x, y));
      assertThat(outline.distance(point)).as("seed 11, point " + i).isLessThan(0.02);
    }
    assertThat(lattice.cellOf(SOUTH.getMinX() - 20_000, -60_000)).isEqualTo(-1);
  }

  /** GeoTools' own grid over the same window, moved to its corner. */
  @ParameterizedTest
  @EnumSource(CellShape.class)
  void cellsAreThoseOfGeoToolsGrid(CellShape shape) throws Exception {
    double cellM = 2_000;
    Lattice lattice = Lattice.over(shape, cellM, new Envelope(0, 9_000, 0, 9_000));
    List<Geometry> theirs = new ArrayList<>();
    ReferencedEnvelope box = new ReferencedEnvelope(0, 20_000, 0, 20_000, null);
    var grid =
        shape == CellShape.HEX
            ? Hexagons.createGrid(
                box,
                cellM / Math.sqrt(3),
                HexagonOrientation.ANGLED,
                new DefaultGridFeatureBuilder())
            : Grids.createSquareGrid(box, cellM);
    try (SimpleFeatureIterator each = grid.getFeatures().features()) {
      while (each.hasNext()) {
        SimpleFeature feature = each.next();
        theirs.add((Geometry) feature.getDefaultGeometry());
      }
    }
    // Theirs starts with a whole cell in the corner of the box, ours with a centre on the origin.
    double dx = shape == CellShape.HEX ? cellM / 2 : 0;
    double dy = shape == CellShape.HEX ? cellM / Math.sqrt(3) : 0;
    int compared = 0;
    for (Geometry cell : theirs) {
      double x = cell.getCentroid().getX() - dx;
      double y = cell.getCentroid().getY() - dy;
      int ours = lattice.cellOf(x, y);
      if (ours < 0) {
        continue;
      }
      compared++;
      int row = ours / lattice.cols();
      assertThat(lattice.firstX(row) + ours % lattice.cols() * cellM).isCloseTo(x, within(1e-6));
      assertThat(lattice.centreY(row)).isCloseTo(y, within(1e-6));
      assertThat(cell.getArea() / 1e6).isCloseTo(lattice.cellKm2(), within(1e-9));
    }
    assertThat(compared).isGreaterThan(20);
  }

  @Test
  void aCellKeepsItsNameInEveryWindow() {
    Lattice small = Lattice.over(CellShape.HEX, 1_000, new Envelope(5_000, 9_000, -4_000, 0));
    Lattice large = Lattice.over(CellShape.HEX, 1_000, new Envelope(-9_000, 19_000, -9_000, 9_000));
    assertThat(small.code(small.cellOf(6_200, -1_300)))
        .isEqualTo(large.code(large.cellOf(6_200, -1_300)));
    Geometry a = small.outline(small.cellOf(6_200, -1_300));
    assertThat(a.equalsExact(large.outline(large.cellOf(6_200, -1_300)))).isTrue();
    assertThat(a.isValid()).isTrue();
    assertThat(a.getSRID()).isEqualTo(4490);
  }

  /** An outline with a hole and a bay, against JTS point by point. */
  @ParameterizedTest
  @EnumSource(CellShape.class)
  void coverKnowsWhatIsInside(CellShape shape) throws Exception {
    Geometry outline =
        new WKTReader()
            .read(
                "MULTIPOLYGON(((0 0, 30100 2000, 28000 25000, 15000 8000, 2000 27000, 0 0),"
                    + "(4000 4000, 9000 4000, 9000 9000, 4000 9000, 4000 4000)),"
                    + "((35000 0, 40000 0, 40000 5000, 35000 0)))");
    Cover cover = Cover.of(shape, 1_000, outline);
    Lattice lattice = cover.lattice();
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
    for (int cell = 0; cell < lattice.size(); cell++) {
      int row = cell / lattice.cols();
      Coordinate centre =
          new Coordinate(
              lattice.firstX(row) + cell % lattice.cols() * lattice.cellM(), lattice.centreY(row));
      int where = locator.locate(centre);
      if (where != Location.BOUNDARY) {
        assertThat(cover.inside(cell)).as(centre.toString()).isEqualTo(where == Location.INTERIOR);
      }
      Geometry plane = EqualAreaPlane.toPlane(lattice.outline(cell));
      double share = plane.intersection(outline).getArea() / plane.getArea();
      if (share > 0.01) {
        assertThat(cover.touches(cell)).as(centre + " share " + share).isTrue();
      } else if (share == 0 && plane.distance(outline) > 1) {
        assertThat(cover.touches(cell)).as(centre.toString()).isFalse();
      }
    }
    assertThat(cover.touched().length).isGreaterThan(300);
  }

  @Test
  void gridsTooFineAreRefused() {
    assertThatThrownBy(() -> Lattice.over(CellShape.HEX, 100, SOUTH))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("100.0");
    assertThatThrownBy(
            () -> Lattice.over(CellShape.SQUARE, 200, new Envelope(0, 500_000, 0, 600_000)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("too many cells");
    assertThatThrownBy(() -> CellShape.get("round")).isInstanceOf(UserFault.class);
  }
}
