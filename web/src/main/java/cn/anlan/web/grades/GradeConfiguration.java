package cn.anlan.web.grades;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that this service grades by: ours with the office's in place of ours. */
@Configuration
class GradeConfiguration {
  @Bean
  GradingTables gradingTables(Settings settings) {
    return GradingTables.load(settings.confDir());
  }

  @Bean
  Grades grades(Database database, GradingTables tables) {
    return new Grades(database.catalog(), tables);
  }
}
