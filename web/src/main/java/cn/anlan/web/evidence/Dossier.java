package cn.anlan.web.evidence;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.snapshots.RowOrigins;
import cn.anlan.data.snapshots.RowOrigins.RowOrigin;
import cn.anlan.data.store.Database;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.Anlan;
import cn.anlan.web.checks.CheckResult;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.conf.OfficeConfig;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.screening.Screening;
import cn.anlan.web.screening.ScreeningAnswer;
import cn.anlan.web.screening.ScreeningQuestions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers the evidence of one finding, on a stored site or on one that was asked about lately. */
@Component
class Dossier {
  private final CheckRun checks;
  private final Screening screening;
  private final ScreeningQuestions questions;
  private final Database database;
  private final RowOrigins origins;
  private final OfficeConfig office;

  Dossier(
      CheckRun checks,
      Screening screening,
      ScreeningQuestions questions,
      Database database,
      OfficeConfig office) {
    this.checks = checks;
    this.screening = screening;
    this.questions = questions;
    this.database = database;
    this.origins = new RowOrigins(database);
    this.office = office;
  }

  /**
   * On a stored site.
   *
   * @throws NotFound where the rule does not reach such a site on that day
   */
  Evidence stored(
      Generation generation,
      Scope scope,
      String ruleId,
      String layer,
      String code,
      LocalDate asOf) {
    checks.rules(List.of(ruleId), asOf);
    CheckResult result =
        checks.stored(
            generation,
            scope,
            List.of(ruleId),
            asOf,
            (rule, rows) ->
                row ->
                    rule.subject().layer().equals(layer)
                        && code.equals(
                            String.valueOf(rows.value(rule.subject().codeField(), row))));
    Finding finding =
        result.findings().stream()
            .filter(f -> f.subjectLayer().equals(layer) && f.subjectCode().equals(code))
            .findFirst()
            .orElseThrow(() -> none(ruleId, layer + " " + code));
    LayerSnapshot snapshot = generation.get(layer);
    int row = Query.on(snapshot, scope).findRow(finding.subjectId()).orElseThrow();
    return evidence(generation, result.manifest(), finding, item(generation, snapshot, row));
  }

  /**
   * On a site that was screened lately.
   *
   * @param question the name that the screening's answer gave
   * @param layer as a row of which layer it was judged; null where one finding names the rule
   */
  Evidence proposed(Generation generation, String question, String ruleId, String layer) {
    ScreeningAnswer answer = screening.screen(generation, questions.get(question));
    Finding finding =
        answer.findings().stream()
            .map(ScreeningAnswer.Screened::finding)
            .filter(f -> f.rule().equals(ruleId))
            .filter(f -> layer == null || f.subjectLayer().equals(layer))
            .findFirst()
            .orElseThrow(() -> none(ruleId, "拟选场址 (the proposed site)"));
    Layer described = database.catalog().getLayer(finding.subjectLayer());
    Evidence.Item subject =
        new Evidence.Item(
            described.id(),
            described.title(),
            null,
            finding.subjectCode(),
            finding.subjectName(),
            answer.site().sigmaM(),
            false,
            null,
            null,
            null,
            CrsChain.of(answer.site().crs()),
            answer.site().attributes(),
            answer.site().geometry());
    return evidence(generation, answer.manifest(), finding, subject);
  }

  /** The version that was applied, for the layer of the site. */
  private Rule rule(Finding finding) {
    return checks.rules(List.of(finding.rule()), finding.asOf()).stream()
        .filter(r -> r.subject().layer().equals(finding.subjectLayer()))
        .filter(r -> r.version().equals(finding.ruleVersion()))
        .findFirst()
        .orElseThrow();
  }

  private static NotFound none(String ruleId, String site) {
    return new NotFound(
        "规则 " + ruleId + " 对 " + site + " 没有结论 (no finding of the rule on it)",
        "检查规则、图层、编码和日期 (check rule, layer, code and day)");
  }

  private Evidence evidence(
      Generation generation,
      CheckResult.Manifest manifest,
      Finding finding,
      Evidence.Item subject) {
    Rule rule = rule(finding);
    Evidence.Item target =
        finding.targetId() == null
            ? null
            : item(generation, finding.targetLayer(), finding.targetId());
    return new Evidence(
        finding,
        Evidence.AppliedRule.of(rule),
        subject,
        target,
        rule.exceptions().stream().map(e -> tested(e, subject)).toList(),
        manifest.asOf(),
        manifest.dataVersion(),
        OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS),
        Anlan.VERSION,
        manifest.inputHash(),
        InputDigest.of(finding, subject, target),
        office.mapApproval(),
        Evidence.Review.BLANK,
        finding.isDemo() || subject.isDemo() || target != null && target.isDemo());
  }

  private static Evidence.TestedException tested(Rule.Exemption exception, Evidence.Item subject) {
    Attributes attributes =
        field -> field.equals(LayerSnapshot.GEOMETRY) ? subject.geometry() : value(subject, field);
    Logic result = exception.filter().test(attributes);
    String word =
        switch (result) {
          case TRUE -> "holds";
          case FALSE -> "does_not_hold";
          case UNKNOWN -> "unknown";
        };
    return new Evidence.TestedException(
        exception.title(),
        exception.filter().text(),
        word,
        result == Logic.UNKNOWN ? exception.filter().missing(attributes) : List.of());
  }

  private static Object value(Evidence.Item item, String field) {
    return item.attributes().get(field);
  }

  private Evidence.Item item(Generation generation, String layer, long id) {
    LayerSnapshot snapshot = generation.get(layer);
    int row = Query.on(snapshot, Scope.wholeProvince("evidence")).findRow(id).orElseThrow();
    return item(generation, snapshot, row);
  }

  private Evidence.Item item(Generation generation, LayerSnapshot layer, int row) {
    Layer described = database.catalog().getLayer(layer.layer());
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (ColumnSpec column : layer.columns()) {
      boolean own = described.findField(column.name()).isPresent();
      Object value = own ? layer.value(column.name(), row) : null;
      if (value != null) {
        attributes.put(column.name(), value);
      }
    }
    double sigmaM = layer.number("sigma_m", row);
    Optional<RowOrigin> origin = origins.find(described, layer.id(row), generation.dataVersion());
    return new Evidence.Item(
        layer.layer(),
        described.title(),
        layer.id(row),
        layer.text("code", row),
        (String) attributes.get("name"),
        Double.isNaN(sigmaM) ? null : sigmaM,
        Boolean.TRUE.equals(layer.value("is_demo", row)),
        layer.text("source", row),
        layer.dataVersion(),
        origin.orElse(null),
        CrsChain.of(layer.text("source_crs", row)),
        attributes,
        layer.findGeometry(row).orElse(null));
  }
}
