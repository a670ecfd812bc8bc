package cn.anlan.web.bench.road;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.TankerSpeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A part of the invented network, 30 km wide, read by the program that routes on it. */
class BenchRoadsTest {
  private static final Geometry AREA =
      new GeometryFactory().toGeometry(new Envelope(115.55, 115.85, 28.5, 28.8));

  @TempDir Path folder;

  @Test
  void partOfItIsTheSameEachTimeAndANetworkOfAllClassesThatHangsTogether() throws Exception {
    Path osm = folder.resolve("part.osm");
    BenchRoads.Written written = BenchRoads.write(osm, AREA);
    assertThat(written.ways()).isGreaterThan(300);
    assertThat(written.towns()).hasSizeGreaterThan(1_000);
    Path again = folder.resolve("again.osm");
    BenchRoads.write(again, AREA);
    assertThat(Files.mismatch(osm, again)).isEqualTo(-1);
    Path prepared = folder.resolve("graph");
    RoadGraph.build(osm, prepared, null, new TankerSpeeds(80, 60), EdgeFactors.NONE);
    try (RoadGraph graph = RoadGraph.open(prepared)) {
      assertThat(graph.edges()).isGreaterThan(2_000);
      Map<String, Integer> classes = new HashMap<>();
      int[] oneWay = new int[1];
      double[] lengthM = new double[1];
      graph.forEachEdge(
          edge -> {
            classes.merge(edge.roadClass(), 1, Integer::sum);
            oneWay[0] += edge.forwardKmh() > 0 != edge.backwardKmh() > 0 ? 1 : 0;
            lengthM[0] += edge.lengthM();
          });
      assertThat(classes)
          .containsOnlyKeys(
              "motorway",
              "trunk",
              "primary",
              "secondary",
              "tertiary",
              "unclassified",
              "residential");
      assertThat(oneWay[0]).isGreaterThan(classes.get("motorway") / 2);
      assertThat(graph.components().lengthM(0) / lengthM[0]).isGreaterThan(0.9);
    }
  }
}
