package cn.anlan.web.reach;

import cn.anlan.data.store.Database;
import cn.anlan.web.network.RoadNetworks;
import cn.anlan.web.snapshot.GenerationLoop;
import cn.anlan.web.snapshot.LiveSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link ReachKeeper} look at every new data version, day and road network. */
@Configuration
class ReachLoop {
  @Bean
  ReachKeeper reachKeeper(Database database, RoadNetworks networks, ReachGrounds grounds) {
    return new ReachKeeper(database, () -> networks.findProvince().map(grounds::of));
  }

  @Bean
  GenerationLoop reachLooks(ReachKeeper keeper, LiveSnapshots snapshots, RoadNetworks networks) {
    return new GenerationLoop("reach", snapshots, keeper::look, networks::findProvince);
  }
}
