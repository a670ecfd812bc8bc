package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.store.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The criteria that this service screens by: the office's where it has its own. */
@Configuration
class BlackspotConfiguration {
  @Bean
  BlackspotModel blackspotModel(Settings settings) {
    return BlackspotModel.load(settings.confDir());
  }
}
