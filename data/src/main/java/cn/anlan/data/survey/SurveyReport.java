package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import java.util.List;

/**
 * What came of a submission.
 *
 * @param survey as stored; null where it was refused
 * @param replacedM how far the boundary is from the site's present geometry, metres; null where the
 *     site has none or the file could not be read
 * @param issues why it was refused, and what a reviewer should look at
 */
public record SurveyReport(Survey survey, Double replacedM, List<Issue> issues) {
  public boolean refused() {
    return survey == null;
  }
}
