package cn.anlan.web.checks;

import cn.anlan.data.survey.SiteKey;
import cn.anlan.data.survey.SurveyedBoundary;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Puts the surveyed boundary in the place of the stored one, and says so in the finding. */
final class SurveyedSites {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Map<SiteKey, SurveyedBoundary> boundaries;

  SurveyedSites(Map<SiteKey, SurveyedBoundary> boundaries) {
    this.boundaries = boundaries;
  }

  List<Site> replace(List<Site> sites, Province province) {
    return boundaries.isEmpty()
        ? sites
        : sites.stream().map(site -> replace(site, province)).toList();
  }

  List<Finding> explain(List<Finding> findings) {
    return boundaries.isEmpty() ? findings : findings.stream().map(this::explain).toList();
  }

  private Site replace(Site site, Province province) {
    SurveyedBoundary survey = boundaries.get(new SiteKey(site.layer(), site.code()));
    if (survey == null) {
      return site;
    }
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
    SurveyedBoundary survey =
        boundaries.get(new SiteKey(finding.subjectLayer(), finding.subjectCode()));
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
