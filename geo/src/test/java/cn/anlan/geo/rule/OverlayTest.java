package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the office changes of our rules without copying them. */
class OverlayTest {
  @TempDir Path conf;

  private RuleBook with(String overlay) throws IOException {
    Files.createDirectories(conf.resolve("rules"));
    Files.writeString(conf.resolve("rules").resolve("R01.office.yaml"), overlay);
    return RuleBook.load(conf);
  }

  @Test
  void figuresAreSetWithTheirSourceAndTheRuleIsSigned() throws IOException {
    RuleBook book =
        with(
            """
            rule: R01
            version: "1-jx1"
            set:
              targets[0].distance: {value: 1500, unit: m}
              evidence[1].en: the survey
            source: 赣应急〔2022〕1号
            sign_off: {status: signed, by: 法规处, on: 2022-03-01}
            """);
    Rule rule = book.getRule("R01");
    assertThat(rule.version()).isEqualTo("1-jx1");
    assertThat(rule.origin()).isEqualTo("office");
    assertThat(rule.plainThresholdM()).hasValue(1500);
    assertThat(rule.targets().get(0).distance().source()).isEqualTo("赣应急〔2022〕1号");
    assertThat(rule.evidence().get(1).en()).isEqualTo("the survey");
    assertThat(rule.signOff().by()).isEqualTo("法规处");
    assertThat(rule.title()).isEqualTo(Samples.R01.title());
  }

  @Test
  void aRuleThatIsSwitchedOffIsInNoCheckButNamed() throws IOException {
    RuleBook book = with("rule: R01\nversion: \"1-off\"\nswitch: off\n");
    assertThat(book.rules()).extracting(Rule::id).doesNotContain("R01");
    assertThat(book.switchedOff()).extracting(Rule::id).containsExactly("R01");
    assertThat(with("rule: R01\nversion: \"1-on\"\nswitch: on\n").getRule("R01").version())
        .isEqualTo("1-on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rule: R99;version: "1-x"                                       | 1 | no such rule: R99
          rule: R01;version: "1"                                         | 2 | same version '1'
          rule: R01;of: "7";version: "1-x"                               | 1 | no such rule
          rule: R01;version: "1-x";colour: red                           | 3 | unknown key 'colour'
          rule: R01;version: "1-x";set: {inclusive: true}                | 1 | 'source' is required
          rule: R01;version: "1-x";source: s;set: {"targets[7].distance": 5} | 4 | leads nowhere
          rule: R01;version: "1-x";source: s;set: {"id": R02}            | 1 | cannot be set
          rule: R01;version: "1-x";source: s;set: {"targets[0].distance": {value: 5}} | 4 | 'unit' is required
          rule: R01;version: "1-x";source: s;set: {"kind": count}        | 4 | 'within' is required
          rule: R01;version: "1-x";switch: perhaps                       | 3 | perhaps
          """)
  void anOverlayThatMakesNoRuleIsRefusedWhereItStands(String yaml, int line, String message) {
    assertThatThrownBy(() -> with(yaml.replace(";", "\n") + "\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("R01.office.yaml:" + line + ":")
        .hasMessageContaining(message);
  }

  @Test
  void aFaultThatShowsLaterIsThatOfTheOverlay() throws IOException {
    RuleBook book = with("rule: R01\nversion: \"1-x\"\nset: {subject.layer: quarry}\nsource: s\n");
    assertThat(book.fault(book.getRule("R01"), "/subject/layer", "unknown"))
        .hasMessageContaining("R01.office.yaml:3:")
        .hasMessageContaining("/subject/layer");
    assertThat(book.fault(book.getRule("R02"), "/targets/0/layer", "unknown"))
        .hasMessageMatching("rules/R02.yaml:\\d\\d:\\d+: unknown");
    assertThat(book.digest(List.of(book.getRule("R01"))))
        .isNotEqualTo(RuleBook.load(null).digest(List.of(Samples.R01)));
  }
}
