package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.rule.measure.Measuring;
import cn.anlan.geo.rule.measure.Rulers;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A law that changes: several files of one id, in force one after the other. */
class VersionsTest {
  private static final String KEYS =
      """
      kind: min
      targets:
        - layer: railway
          distance: {value: 200, unit: m}
      valid: {from: 2005-04-01, to: 2013-12-31}
      """;

  @TempDir Path conf;

  @BeforeEach
  void twoVersions() throws IOException {
    Files.createDirectories(conf.resolve("rules"));
    write("T01-2013.yaml", TestRule.yaml(KEYS));
    write("T01.yaml", later("valid: {from: 2014-01-01}"));
  }

  private static String later(String valid) {
    return TestRule.yaml(KEYS.replaceAll("valid:.*", valid).replace("value: 200", "value: 500"))
        .replace("version: \"1\"", "version: \"2\"");
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(conf.resolve("rules").resolve(name), yaml);
  }

  @ParameterizedTest
  @CsvSource({"2013-12-31, 1", "2014-01-01, 2", "2030-01-01, 2", "2004-01-01, 2"})
  void theVersionInForceOnTheDayCountsElseTheLatest(LocalDate day, String version) {
    RuleBook book = RuleBook.load(conf);
    assertThat(book.on(day, List.of("T01"))).extracting(Rule::version).containsExactly(version);
    assertThat(book.rules()).extracting(Rule::id).contains("T01", "T01");
    assertThat(book.getRule("T01").version()).isEqualTo("2");
  }

  @Test
  void versionsThatHoldOnTheSameDayOrBearOneNameAreRefused() throws IOException {
    write("T01.yaml", later("valid: {from: 2013-12-31}"));
    assertThatThrownBy(() -> RuleBook.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("T01 is defined twice for the same days");
    write(
        "T01.yaml", later("valid: {from: 2014-01-01}").replace("version: \"2\"", "version: \"1\""));
    assertThatThrownBy(() -> RuleBook.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("same version '1'");
  }

  /** At 300 m: enough until the end of 2013, too near from 2014 on. */
  @ParameterizedTest
  @CsvSource({
    "2013-12-31, 2021-12-31, FAIL, PASS, 1",
    "2014-01-01, 2021-12-31, FAIL, FAIL, 2",
    "2013-06-01, 2013-12-31, PASS, PASS, 1",
    "2004-06-01, 2021-12-31, FAIL,     ,  ",
  })
  void aFindingAlsoSaysWhatTheLawSaidWhenTheSiteWasApproved(
      String approved, LocalDate asOf, Verdict verdict, Verdict then, String version) {
    RuleBook book = RuleBook.load(conf);
    TestLayer railways = new TestLayer("railway");
    railways.add(Plan.line(0, -500, 0, 500));
    TestGround ground = TestGround.of(railways.build());
    Site site = TestRule.quarry(Plan.point(300, 0)).approved(approved).build();
    Finding f = engine(book, ground, asOf).evaluate(List.of(site)).findings().get(0);
    assertThat(f.verdict()).isEqualTo(verdict);
    assertThat(f.approvalVerdict()).isEqualTo(then);
    assertThat(f.approvalRuleVersion()).isEqualTo(version);
    assertThat(f.asOf()).isEqualTo(asOf);
  }

  private static RuleEngine engine(RuleBook book, TestGround ground, LocalDate day) {
    Rule rule = book.findInForce(book.getRule("T01"), day).orElseThrow();
    return new RuleEngine(
        rule,
        Measuring.of(rule, new Rulers(ground)),
        ground,
        then -> book.findInForce(book.getRule("T01"), then).map(r -> engine(book, ground, then)),
        day);
  }

  @Test
  void theDigestChangesWithTheTextsAndNotWithTheOrder() throws IOException {
    RuleBook book = RuleBook.load(conf);
    String both = book.digest(book.rules());
    assertThat(RuleBook.load(conf).digest(RuleBook.load(conf).rules()))
        .isNotEqualTo(book.digest(List.of(book.getRule("T01"))))
        .hasSize(64);
    write("T01.yaml", later("valid: {from: 2014-01-02}"));
    RuleBook changed = RuleBook.load(conf);
    assertThat(changed.digest(changed.rules())).isNotEqualTo(both);
  }
}
