package cn.anlan.web.checks;

import cn.anlan.data.survey.SiteKey;
import cn.anlan.data.survey.SurveyedBoundary;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the surveyed boundary in the place of the stored one, and says so in the finding. */
final class SurveyedSites {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final List<Site> sites;
  private final Map<Long, SurveyedBoundary> byId;

  private SurveyedSites(List<Site> sites, Map<Long, SurveyedBoundary> byId) {
    this.sites = sites;
    this.byId = byId;
  }

  /** The sites of one layer, by the boundaries in force. */
  static SurveyedSites of(
      List<Site> stored, Map<SiteKey, SurveyedBoundary> boundaries, Province province) {
    if (boundaries.isEmpty()) {
      return new SurveyedSites(stored, Map.of());
    }
    List<Site> sites = new ArrayList<>(stored.size());
    Map<Long, SurveyedBoundary> byId = new HashMap<>();
    for (Site site : stored) {
      String code = String.valueOf(site.attributes().value("code"));
      SurveyedBoundary survey = boundaries.get(new SiteKey(site.layer(), code));
      if (survey != null) {
        byId.put(site.id(), survey);
      }
      sites.add(survey == null ? site : replaced(site, survey, province));
    }
    return new SurveyedSites(sites, byId);
  }

  List<Site> sites() {
    return sites;
  }

  List<Finding> explain(List<Finding> findings) {
    return byId.isEmpty() ? findings : findings.stream().map(this::explain).toList();
  }

  private static Site replaced(Site site, SurveyedBoundary survey, Province province) {
    return new Site(
        site.id(),
        site.code(),
        site.name(),
        site.layer(),
        survey.geometry(),
        site.projectType(),
        site.approvalDate(),
        survey.sigmaM(),
        false,
        site.demo(),
        true,
        province.isOutside(survey.geometry()),
        site.attributes());
  }

  private Finding explain(Finding finding) {
    SurveyedBoundary survey = byId.get(finding.subjectId());
    return survey == null ? finding : finding.withReason(reason(survey));
  }

  private static Reason reason(SurveyedBoundary survey) {
    LocalDate signedOn = survey.signedAt().atZone(CHINA).toLocalDate();
    return new Reason(
        "surveyed_boundary",
        "采用实测界址第 %d 号：%s 测（%s，中误差 %s m），依据 %s，%s 于 %s 认定"
            .formatted(
                survey.surveyId(),
                survey.surveyedOn(),
                survey.method(),
                survey.sigmaM(),
                survey.document(),
                survey.signedBy(),
                signedOn),
        "boundary of survey %d of %s (%s, σ %s m), document %s, accepted by %s on %s"
            .formatted(
                survey.surveyId(),
                survey.surveyedOn(),
                survey.method(),
                survey.sigmaM(),
                survey.document(),
                survey.signedBy(),
                signedOn));
  }
}
