package cn.anlan.web.watch;

import cn.anlan.data.store.Database;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.snapshot.GenerationLoop;
import cn.anlan.web.snapshot.LiveSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link WatchKeeper} look at every new data version and day. */
@Configuration
class WatchLoop {
  @Bean
  WatchKeeper watchKeeper(Database database, CheckRun checks) {
    return new WatchKeeper(database, checks);
  }

  @Bean
  GenerationLoop watchLooks(WatchKeeper keeper, LiveSnapshots snapshots) {
    return new GenerationLoop("watches", snapshots, keeper::look);
  }
}
