package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeometryRoundTripTest {
  private static final Scope ALL = Scope.wholeProvince("test");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (115.123456789012345 28.1)",
        "MULTIPOINT ((115 28), (116 29))",
        "LINESTRING (115 28, 116 29, 117 28.5)",
        "MULTILINESTRING ((115 28, 116 29), (114 27, 114.5 27.25))",
        "POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28), (115.4 28.4, 115.6 28.4, 115.6 28.6, 115.4 28.6, 115.4 28.4))",
        "MULTIPOLYGON (((115 28, 116 28, 116 29, 115 28)), ((114 27, 114.5 27, 114.5 27.5, 114 27)))",
        "GEOMETRYCOLLECTION (POINT (115 28), LINESTRING (115 28, 116 29))"
      })
  void everyKindOfGeometryComesBackAsItWas(String wkt) throws Exception {
    Geometry geometry = new WKTReader(Shapes.FACTORY).read(wkt);
    geometry.setSRID(4490);
    for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
      for (boolean srid : new boolean[] {true, false}) {
        byte[] wkb = new WKBWriter(2, order, srid).write(geometry);
        LayerSnapshot snapshot = snapshotOf(wkb);
        Geometry read = snapshot.findGeometry(0).orElseThrow();
        assertThat(read.equalsExact(geometry)).as("%s", read).isTrue();
        assertThat(read.getSRID()).isEqualTo(4490);
        assertThat(snapshot.envelope(0).equals(geometry.getEnvelopeInternal())).isTrue();
        assertThat(snapshot.isPoint(0)).isEqualTo(wkt.startsWith("POINT"));
        Geometry inside =
            Shapes.FACTORY.createPoint(new Coordinate(snapshot.lonDeg(0), snapshot.latDeg(0)));
        assertThat(geometry.distance(inside)).isZero();
        assertThat(snapshot.geometryFaults()).isZero();
      }
    }
  }

  @Test
  void aRepresentativePointLiesWithinAHollowPolygon() throws Exception {
    Geometry ring =
        new WKTReader(Shapes.FACTORY)
            .read("POINT (115 28)")
            .buffer(1)
            .difference(new WKTReader(Shapes.FACTORY).read("POINT (115 28)").buffer(0.9));
    LayerSnapshot snapshot = snapshotOf(new WKBWriter().write(ring));
    Geometry inside =
        Shapes.FACTORY.createPoint(new Coordinate(snapshot.lonDeg(0), snapshot.latDeg(0)));
    assertThat(ring.contains(inside)).isTrue();
  }

  @Test
  void aThirdOrdinateOfAPointIsPassedOver() throws Exception {
    Geometry point = new WKTReader().read("POINT Z (115 28 77)");
    LayerSnapshot snapshot = snapshotOf(new WKBWriter(3, true).write(point));
    assertThat(snapshot.lonDeg(0)).isEqualTo(115);
    assertThat(snapshot.latDeg(0)).isEqualTo(28);
    byte[] iso = new WKBWriter(3).write(point);
    iso[1] = 0;
    iso[3] = 1001 >> 8;
    iso[4] = (byte) 1001;
    assertThat(snapshotOf(iso).lonDeg(0)).isEqualTo(115);
  }

  @Test
  void anEmptyPointIsNoGeometry() throws Exception {
    LayerSnapshot snapshot = snapshotOf(new WKBWriter().write(new WKTReader().read("POINT EMPTY")));
    assertThat(snapshot.findGeometry(0)).isEmpty();
    assertThat(snapshot.lonDeg(0)).isNaN();
    assertThat(snapshot.geometryFaults()).isZero();
  }

  @Test
  void whatCannotBeUsedIsCountedAndNamedAndTheRowStaysWithoutGeometry() throws Exception {
    SnapshotBuilder builder = builder();
    byte[] good = new WKBWriter().write(new WKTReader().read("LINESTRING (115 28, 116 29)"));
    builder.add(1, java.util.Arrays.copyOf(good, 30));
    builder.add(2, new byte[0]);
    builder.add(3, new byte[] {1, 2, 3});
    builder.add(
        4, new WKBWriter().write(Shapes.FACTORY.createPoint(new Coordinate(1e308 * 10, 28))));
    builder.add(5, new WKBWriter().write(new WKTReader().read("POLYGON EMPTY")));
    builder.add(6, good);
    builder.add(7, null);
    LayerSnapshot snapshot = builder.build();
    assertThat(snapshot.size()).isEqualTo(7);
    assertThat(snapshot.geometryFaults()).isEqualTo(5);
    assertThat(snapshot.faultyGeometryIds()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(Query.on(snapshot, ALL).bbox(new Box(-180, -90, 180, 90)).rows().toArray())
        .containsExactly(0);
    assertThat(snapshot.id(0)).isEqualTo(6);
  }

  @Test
  void randomBytesNeverStopABuilder() {
    long seed = 99;
    Random random = new Random(seed);
    SnapshotBuilder builder = builder();
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 4) {
        bytes[0] = 1;
        bytes[1] = (byte) (1 + random.nextInt(7));
        bytes[2] = 0;
        bytes[3] = 0;
        bytes[4] = 0;
      }
      builder.add(i, bytes);
    }
    LayerSnapshot snapshot = builder.build();
    assertThat(snapshot.size()).as("seed %d", seed).isEqualTo(2000);
  }

  private static SnapshotBuilder builder() {
    return new SnapshotBuilder("shoreline", 1, List.of());
  }

  private static LayerSnapshot snapshotOf(byte[] wkb) {
    SnapshotBuilder builder = builder();
    builder.add(1, wkb);
    return builder.build();
  }
}
