package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.route.RoadNetwork;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachGroundsTest {
  @TempDir Path folder;

  @Test
  void theProvincesRoadsStayReadyWhileOthersAreAskedFor() throws Exception {
    try (RoadNetwork province = InventedRoad.network(folder, "province");
        RoadNetwork first = InventedRoad.network(folder, "first");
        RoadNetwork second = InventedRoad.network(folder, "second")) {
      ReachGrounds grounds = new ReachGrounds(Settings.privateIn(folder));
      ReachGround ready = grounds.of(province);
      assertThat(ready.name()).isEqualTo("province");
      assertThat(ready.roadsDataVersion()).isNull();
      ReachGround other = grounds.of(first);
      assertThat(grounds.of(province)).isSameAs(ready);
      assertThat(grounds.of(first)).isSameAs(other);
      assertThat(grounds.of(second).name()).isEqualTo("second");
      assertThat(grounds.of(province)).isSameAs(ready);
      try (RoadNetwork rebuilt = RoadNetwork.open(folder.resolve("province"))) {
        assertThat(grounds.of(rebuilt)).isNotSameAs(ready);
      }
    }
  }
}
