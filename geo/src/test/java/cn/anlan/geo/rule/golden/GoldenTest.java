package cn.anlan.geo.rule.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.file.RuleBook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every rule file against its golden cases, whose places GeographicLib has found. */
class GoldenTest {
  private static final RuleBook RULES = RuleBook.load(null);
  private static final String APPROVAL_DATE = "approval_date";
  private static final long FIRST_SUBJECT = 1_000_000;

  /** Two micrometres: one for rounding the distance, one for GeographicLib's own. */
  private static final double AS_PLACED_M = 2e-6;

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void aCaseComesOutAsReasonedByHand(
      String file, String name, GoldenFile golden, JsonNode subject) {
    JsonNode properties = subject.get("properties");
    Rule rule = rule(golden, properties.get("layer").stringValue());
    LocalDate asOf = LocalDate.parse(properties.get("as_of").stringValue());
    List<Finding> findings =
        RuleEngine.evaluate(rule, List.of(site(rule, subject)), golden, asOf).findings();
    String wanted = properties.get("expected").stringValue();
    String found = findings.isEmpty() ? "NONE" : findings.get(0).verdict().name();
    assertThat(found).as(() -> "%s %s: %s".formatted(file, name, findings)).isEqualTo(wanted);
    if (properties.has("otherwise")) {
      assertThat(findings.get(0).underlyingVerdict().name())
          .isEqualTo(properties.get("otherwise").stringValue());
    }
    if (properties.has("margin_m")) {
      assertThat(findings.get(0).marginM())
          .isCloseTo(properties.get("margin_m").doubleValue(), within(AS_PLACED_M));
      assertThat(findings.get(0).thresholdM())
          .isEqualTo(properties.get("threshold_m").doubleValue());
    }
  }

  static Stream<Object[]> cases() {
    return RULES.rules().stream()
        .map(GoldenTest::fileOf)
        .distinct()
        .flatMap(
            name -> {
              GoldenFile file = GoldenFile.read(name);
              return file.subjects().stream()
                  .map(
                      subject ->
                          new Object[] {
                            name, subject.at("/properties/case").stringValue(), file, subject
                          });
            });
  }

  /** A rule's first version is named by its id, a former one by the id and its version. */
  static String fileOf(Rule rule) {
    return rule.version().startsWith("0-") ? rule.id() + rule.version().substring(1) : rule.id();
  }

  private static Rule rule(GoldenFile golden, String layer) {
    return RULES.rules().stream()
        .filter(
            r ->
                r.id().equals(golden.rule())
                    && r.subject().layer().equals(layer)
                    && r.version().equals(golden.version()))
        .findFirst()
        .orElseThrow();
  }

  /** As the stored row that it stands for would be read. */
  private static Site site(Rule rule, JsonNode subject) {
    Map<String, Object> values = new LinkedHashMap<>();
    GoldenFile.attributes(subject)
        .properties()
        .forEach(e -> values.put(e.getKey(), GoldenFile.value(e.getValue())));
    String code = subject.get("id").stringValue();
    values.put("code", code);
    String since = rule.subject().since() == null ? APPROVAL_DATE : rule.subject().since();
    Object type = values.get("project_type");
    return new Site(
        FIRST_SUBJECT + Long.parseLong(code.substring(1)),
        code,
        null,
        subject.at("/properties/layer").stringValue(),
        GoldenFile.geometry(subject),
        type == null ? ProjectType.EXISTING.code() : (String) type,
        day(values.get(since)),
        GoldenFile.sigmaM(subject),
        false,
        false,
        true,
        false,
        Attributes.of(values));
  }

  private static LocalDate day(Object since) {
    if (since instanceof Double year) {
      return LocalDate.of(year.intValue(), 12, 31);
    }
    return since == null ? null : LocalDate.parse((String) since);
  }
}
