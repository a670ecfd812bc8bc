package cn.anlan.web.screening;

import cn.anlan.data.store.Database;
import cn.anlan.web.checks.CheckRun;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screening of this service: its rules, its catalogue. */
@Configuration
class ScreeningConfiguration {
  @Bean
  Screening screening(CheckRun checks, Database database, ScreeningQuestions questions) {
    return new Screening(checks, database.catalog(), questions);
  }
}
