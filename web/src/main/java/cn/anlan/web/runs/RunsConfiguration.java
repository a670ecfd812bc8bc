package cn.anlan.web.runs;

import cn.anlan.data.runs.RunStore;
import cn.anlan.data.store.Database;
import cn.anlan.web.checks.CheckRun;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stored runs in the service. */
@Configuration
class RunsConfiguration {
  @Bean
  RunStore runStore(Database database) {
    return new RunStore(database);
  }

  @Bean
  CheckRuns checkRuns(Database database, CheckRun checks) {
    return new CheckRuns(database, checks);
  }

  @Bean
  RunComparison runComparison(Database database) {
    return new RunComparison(database);
  }
}
