package cn.anlan.web.checks;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.rule.file.RuleBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules that this service checks by: ours and the office's. */
@Configuration
class CheckConfiguration {
  @Bean
  CheckRun checkRun(Settings settings, Database database) {
    RuleBook rules = RuleBook.load(settings.confDir());
    RuleFields.check(rules, database.catalog());
    return new CheckRun(rules, Boundaries.of(database));
  }
}
