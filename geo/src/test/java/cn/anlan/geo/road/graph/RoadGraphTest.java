package cn.anlan.geo.road.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

class RoadGraphTest {
  private static final TankerSpeeds SPEEDS = new TankerSpeeds(80, 60);

  @TempDir Path dir;

  /** A square with a diagonal tunnel, and an island of one road. */
  private SmallNetwork square() {
    return new SmallNetwork()
        .node(1, 115.00, 28.00, 50)
        .node(2, 115.02, 28.00, 60)
        .node(3, 115.02, 28.02, 90)
        .node(4, 115.00, 28.02, 70)
        .node(5, 115.01, 28.001, 55)
        .node(8, 115.20, 28.00, 20)
        .node(9, 115.21, 28.00, 20)
        .way(11, "highway=primary ref=G105", 1, 5, 2)
        .way(12, "highway=motorway oneway=yes ref=G35", 2, 3)
        .way(13, "highway=tertiary tunnel=yes hazmat=no", 1, 3)
        .way(14, "highway=secondary bridge=yes", 3, 4)
        .way(15, "highway=secondary", 4, 1)
        .way(19, "highway=residential", 8, 9);
  }

  private RoadGraph open(boolean heights) throws Exception {
    Path osm = square().write(dir.resolve("square.osm"));
    RoadGraph.build(
        osm, dir.resolve("g"), heights ? GraphHeights.ofNodes() : null, SPEEDS, EdgeFactors.NONE);
    return RoadGraph.open(dir.resolve("g"));
  }

  @Test
  void edgesHaveTheirTagsAndTheirLengthOnTheEllipsoid() throws Exception {
    try (RoadGraph graph = open(false)) {
      assertThat(graph.edges()).isEqualTo(6);
      List<RoadEdge> edges = new ArrayList<>();
      graph.forEachEdge(edges::add);
      RoadEdge tunnel = edges.stream().filter(e -> e.wayId() == 13).findFirst().orElseThrow();
      assertThat(tunnel.isTunnel()).isTrue();
      assertThat(tunnel.isClosedToHazmat()).isTrue();
      assertThat(tunnel.lengthM())
          .isCloseTo(Cgcs2000.distanceM(115, 28, 115.02, 28.02), within(0.02));
      RoadEdge fast = edges.stream().filter(e -> e.wayId() == 12).findFirst().orElseThrow();
      assertThat(fast.roadClass()).isEqualTo("motorway");
      assertThat(Math.min(fast.forwardKmh(), fast.backwardKmh())).isZero();
      assertThat(graph.routeNo(fast.id())).isEqualTo("G35");
      assertThat(edges.stream().filter(RoadEdge::isBridge)).hasSize(1);
    }
  }

  @Test
  void aPointIsBroughtToTheNearestRoadWithItsDistance() throws Exception {
    try (RoadGraph graph = open(false)) {
      RoadPoint at = graph.snap(115.015, 27.999).orElseThrow();
      assertThat(at.edge().wayId()).isEqualTo(11);
      Coordinate[] line = graph.line(at.edge().id());
      double toEnd =
          Cgcs2000.distanceM(
              at.lonDeg(), at.latDeg(), line[line.length - 1].x, line[line.length - 1].y);
      double toFrom = Cgcs2000.distanceM(at.lonDeg(), at.latDeg(), line[0].x, line[0].y);
      assertThat(at.alongM()).isBetween(Math.min(toEnd, toFrom), at.edge().lengthM());
      assertThat(at.distanceM())
          .isCloseTo(Cgcs2000.distanceM(115.015, 27.999, at.lonDeg(), at.latDeg()), within(1e-6))
          .isBetween(100.0, 170.0);
      assertThat(graph.snap(116, 28)).isEmpty();
    }
  }

  @Test
  void islandsAreToldByTheirSize() throws Exception {
    try (RoadGraph graph = open(false)) {
      Components parts = graph.components();
      assertThat(parts.count()).isEqualTo(2);
      RoadPoint island = graph.snap(115.205, 28.001).orElseThrow();
      assertThat(parts.of(island.edge().fromNode())).isEqualTo(1);
      assertThat(parts.edges(1)).isEqualTo(1);
      assertThat(parts.lengthM(1)).isCloseTo(island.edge().lengthM(), within(1e-6));
      assertThat(graph.snapToMain(115.05, 28.001).orElseThrow().edge().wayId()).isNotEqualTo(19);
    }
  }

  @Test
  void heightsOfTheFilesNodesAreKept() throws Exception {
    try (RoadGraph graph = open(true)) {
      assertThat(graph.hasHeights()).isTrue();
      RoadEdge edge = graph.snap(115.0, 28.01).orElseThrow().edge();
      Coordinate[] line = graph.line(edge.id());
      assertThat(line[0].getZ() + line[1].getZ()).isCloseTo(70 + 50, within(0.02));
    }
  }

  @Test
  void aFileWithoutRoadsIsRefused() throws Exception {
    Path osm = new SmallNetwork().node(1, 115, 28).write(dir.resolve("empty.osm"));
    assertThatThrownBy(() -> RoadGraph.build(osm, dir.resolve("e"), null, SPEEDS, EdgeFactors.NONE))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("empty.osm");
    assertThat(RoadGraph.standsIn(dir.resolve("e"))).isFalse();
    assertThat(Files.exists(dir.resolve("nowhere"))).isFalse();
  }
}
