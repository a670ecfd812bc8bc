package cn.anlan.web.checks;

import cn.anlan.data.store.Database;
import cn.anlan.data.survey.SiteKey;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.data.survey.SurveyedBoundary;
import java.util.Map;

/** The surveyed boundaries that are in force at a data version. */
@FunctionalInterface
public interface Boundaries {
  /** Nothing was surveyed. */
  Boundaries NONE = version -> Map.of();

  Map<SiteKey, SurveyedBoundary> at(long dataVersion);

  /** What the database holds; asked once for each data version. */
  static Boundaries of(Database database) {
    SurveyStore store = new SurveyStore(database);
    return new Boundaries() {
      private long version = -1;
      private Map<SiteKey, SurveyedBoundary> held;

      @Override
      public synchronized Map<SiteKey, SurveyedBoundary> at(long dataVersion) {
        if (version != dataVersion) {
          held = store.inForceAt(dataVersion);
          version = dataVersion;
        }
        return held;
      }
    };
  }
}
