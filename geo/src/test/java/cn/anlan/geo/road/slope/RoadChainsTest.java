package cn.anlan.geo.road.slope;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.graph.RoadGraph;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which edges follow one another, each direction of travel on its own. */
class RoadChainsTest {
  @TempDir Path dir;

  private List<String> walks(MadeRoads roads) throws Exception {
    try (RoadGraph graph = roads.open(dir)) {
      return roads.walks(graph);
    }
  }

  @Test
  void roadsOfTwoNumbersCrossAndEachGoesOn() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, -1000, 0)
            .node(2, 0, 0)
            .node(3, 900, 700)
            .node(4, 0, -1000)
            .node(5, 0, 1000)
            .way(1, "highway=primary ref=G1", 1, 2, 3)
            .way(2, "highway=primary ref=G2", 4, 2, 5);
    assertThat(walks(roads)).containsExactlyInAnyOrder("1-2-3", "3-2-1", "4-2-5", "5-2-4");
  }

  @Test
  void ofTwoArmsWithTheNumberTheStraighterGoesOn() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, -1000, 0)
            .node(2, 0, 0)
            .node(3, 1000, 300)
            .node(4, 600, -900)
            .way(1, "highway=primary ref=G1", 1, 2)
            .way(2, "highway=primary ref=G1", 2, 4)
            .way(3, "highway=primary ref=G1", 2, 3);
    assertThat(walks(roads)).containsExactlyInAnyOrder("1-2-3", "3-2-1", "2-4", "4-2");
  }

  @Test
  void aSharedStretchIsAPartOfEachOfItsRoads() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, -1000, 0)
            .node(2, 0, 0)
            .node(3, 1000, 0)
            .node(4, 2000, 0)
            .node(5, 1800, 600)
            .node(6, 0, 900)
            .way(1, "highway=primary ref=G1", 1, 2)
            .way(2, "highway=primary ref=G1;G2", 2, 3)
            .way(3, "highway=primary ref=G2", 3, 4)
            .way(4, "highway=primary ref=G1", 3, 5)
            .way(5, "highway=primary ref=G2", 6, 2);
    assertThat(walks(roads))
        .containsExactlyInAnyOrder("1-2-3-4", "4-3-2-1", "5-3", "3-5", "6-2", "2-6");
  }

  @Test
  void aNameServesWhereThereIsNoNumberAndTheClassWhereThereIsNeither() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 2000, 100)
            .node(4, 3000, 0)
            .node(5, 4000, 0)
            .node(6, 1000, 900)
            .way(1, "highway=primary ref=G1 name=A", 1, 2)
            .way(2, "highway=primary name=A", 2, 3)
            .way(3, "highway=primary", 3, 4)
            .way(4, "highway=track", 4, 5)
            .way(5, "highway=primary name=B", 2, 6);
    assertThat(walks(roads))
        .containsExactlyInAnyOrder("1-2-3-4", "4-3-2-1", "4-5", "5-4", "2-6", "6-2");
  }

  @Test
  void aRoundaboutIsPassedAsItIsDriven() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, -1000, 0)
            .node(3, 1000, 0)
            .node(4, 0, -1000)
            .node(10, -20, 0)
            .node(11, 0, -20)
            .node(12, 20, 0)
            .node(13, 0, 20)
            .way(1, "highway=primary ref=G1", 1, 10)
            .way(2, "highway=primary ref=G1", 12, 3)
            .way(3, "highway=residential", 11, 4)
            .way(4, "highway=primary junction=roundabout", 10, 11, 12, 13, 10);
    assertThat(walks(roads)).containsExactlyInAnyOrder("1-10-11-12-3", "3-12-10-1", "11-4", "4-11");
  }

  @Test
  void carriagewaysJoinTheRoadInTheirDirectionAndAreNotTurnedBackOn() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, -1000, 0)
            .node(2, 0, 0)
            .node(3, 1000, -60)
            .node(4, 1000, 60)
            .way(1, "highway=primary ref=G1", 1, 2)
            .way(2, "highway=primary ref=G1 oneway=yes", 2, 3)
            .way(3, "highway=primary ref=G1 oneway=yes", 4, 2)
            .way(4, "highway=primary ref=G1 oneway=yes", 3, 4);
    assertThat(walks(roads)).containsExactlyInAnyOrder("1-2-3-4-2-1");
    MadeRoads spike =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 0, 60)
            .node(4, 2000, 500)
            .way(1, "highway=primary ref=G1", 1, 2, 4)
            .way(2, "highway=primary ref=G1", 2, 3);
    dir = dir.resolve("spike");
    dir.toFile().mkdir();
    assertThat(walks(spike)).containsExactlyInAnyOrder("1-2-4", "4-2-1", "2-3", "3-2");
  }

  @Test
  void whereOtherLimitsHoldAnotherRoadBegins() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 2000, 0)
            .node(4, 3000, 0)
            .way(1, "highway=trunk ref=G1", 1, 2)
            .way(2, "highway=primary ref=G1", 2, 3)
            .way(3, "highway=secondary ref=G1", 3, 4);
    assertThat(walks(roads)).containsExactlyInAnyOrder("1-2", "2-1", "2-3-4", "4-3-2");
  }

  @Test
  void aRingIsGoneRoundOnce() throws Exception {
    MadeRoads roads =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 500, 800)
            .node(9, 500, -900)
            .way(1, "highway=primary ref=G1 oneway=yes", 1, 2)
            .way(2, "highway=primary ref=G1 oneway=yes", 2, 3)
            .way(3, "highway=primary ref=G1 oneway=yes", 3, 1)
            .way(4, "highway=residential name=X", 9, 1)
            .way(5, "highway=residential name=Y", 9, 2);
    List<String> withTheRing = walks(roads).stream().filter(w -> w.contains("3")).toList();
    assertThat(withTheRing).hasSize(1);
    assertThat(withTheRing.get(0).split("-")).as(withTheRing.get(0)).hasSize(4);
  }
}
