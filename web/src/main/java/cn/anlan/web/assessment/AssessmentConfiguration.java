package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.data.store.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The assessment of this service: our model, or the office's. */
@Configuration
class AssessmentConfiguration {
  @Bean
  Assessments assessments(Settings settings) {
    return new Assessments(ModelFiles.load(settings.confDir()));
  }
}
