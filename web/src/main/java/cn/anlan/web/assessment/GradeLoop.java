package cn.anlan.web.assessment;

import cn.anlan.data.store.Database;
import cn.anlan.web.snapshot.GenerationLoop;
import cn.anlan.web.snapshot.LiveSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link GradeKeeper} look at every new data version and day. */
@Configuration
class GradeLoop {
  @Bean
  GradeKeeper gradeKeeper(Database database, Assessments assessments) {
    return new GradeKeeper(database, assessments);
  }

  @Bean
  GenerationLoop gradeLooks(GradeKeeper keeper, LiveSnapshots snapshots) {
    return new GenerationLoop("grades", snapshots, keeper::look);
  }
}
