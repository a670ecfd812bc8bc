package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  @TempDir Path conf;

  static Rule readR01(UnaryOperator<String> change) {
    String yaml = r01();
    String changed = change.apply(yaml);
    return RuleBook.read("rules/R01.yaml", changed);
  }

  private static String r01() {
    try (InputStream in = RuleBook.class.getResourceAsStream("/rules/R01.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each case changes R01 in one place; the fault is reported where the changed text stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          distance: {value: 1000, unit: m}    | distance: {value: 1000}             | distance:  | 'unit' is required
          distance: {value: 1000, unit: m}    | distance: {value: 1000, unit: km}   | distance:  | km
          distance: {value: 1000, unit: m}    | distance: 1000                      | distance:  | DistanceFile
          distance: {value: 1000, unit: m}    | distance: {unit: m}                 | distance:  | 'value' is required
          distance: {value: 1000, unit: m}    | distance: {value: -5, unit: m}      | distance:  | give more than 0
          distance: {value: 1000, unit: m}    | distance: {value: x, unit: m}       | distance:  | x
          kind: min                           | kind: minimum                       | kind:      | minimum
          inclusive: false                    | "inclusive: false\ncolour: red"      | colour:    | unknown key 'colour'
          inclusive: false                    | inclusive: perhaps                  | inclusive: | perhaps
          [new, expansion]                    | [new, expanding]                    | project_types: | expanding
          [new, expansion]                    | []                                  | subject:   | at least one value
          [new, expansion]                    | [new, existing]                     | subject:   | approval date
          "    distance: {value: 1000, unit: m}" | "    same: {subject: a, target: b, is: equal}" | layer: shoreline | 'distance' is required
          "    distance: {value: 1000, unit: m}" | "    distance: {value: 1000, unit: m}\n    same: {subject: a, target: b, is: equal}" | same: | no meaning
          "    distance: {value: 1000, unit: m}" | "    distance: {unit: m, table: [{value: 5}], otherwise: not_applicable}" | distance: | 'source' is required
          "    distance: {value: 1000, unit: m}" | "    distance: {unit: m, table: [{value: 5}], source: x}" | distance: | 'otherwise' is required
          inclusive: false                    | "inclusive: false\nstandard: {zh: 甲, en: x, edition: y}" | standard: | no meaning
          kind: min                           | kind: count                         | kind:      | 'within' is required
          kind: min                           | kind: attribute                     | kind:      | needs 'requires' or 'forbids'
          valid: {from: 2021-03-01}           | valid: {to: 2021-03-01}             | valid:     | 'from' is required
          valid: {from: 2021-03-01}           | valid: {from: 2021-03-01, to: 2020-01-01} | valid: | before 'from'
          valid: {from: 2021-03-01}           | valid: {from: 2021-13-01}           | valid:     | MonthOfYear
          policy: grandfathered               | policy: forgiven                    | policy:    | forgiven
          status: unsigned                    | status: signed                      | sign_off:  | 'by' is required
          yangtze_basin = TRUE                | yangtze_basin == TRUE               | filter:    | 第 16 列
          basis_origin: T                     | basis_origin: X                     | basis_origin: | X
          severity: statutory_ban             | "severity: statutory_ban\nseverity: policy" | severity: policy | severity
          """)
  void aBadRuleIsRefusedWithItsLine(String good, String bad, String lineHolds, String message) {
    String yaml = r01().replace(good, bad.replace("\\n", "\n"));
    List<String> lines = yaml.lines().toList();
    int line = 1;
    while (!lines.get(line - 1).contains(lineHolds)) {
      line++;
    }
    assertThat(yaml).isNotEqualTo(r01());
    assertThatThrownBy(() -> readR01(y -> yaml))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("rules/R01.yaml:" + line + ":")
        .hasMessageContaining(message);
  }

  @Test
  void aDistanceWithoutItsLegalBasisIsRefused() {
    assertThatThrownBy(() -> readR01(y -> y.replaceAll("(?s)\nbasis:.*?\n\n", "\n\n")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("rules/R01.yaml:1:")
        .hasMessageContaining("'basis' is required");
    assertThatThrownBy(() -> readR01(y -> y.replaceAll("\n  source:.*", "")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("'source' is required");
  }

  @Test
  void ourTwoRulesSayWhatTheLawAndThePlanSay() {
    Rule r01 = Samples.R01;
    assertThat(r01.plainThresholdM()).hasValue(1000);
    assertThat(r01.valid()).isEqualTo(new Rule.Valid(LocalDate.of(2021, 3, 1), null));
    assertThat(r01.subject().projectTypes())
        .containsExactly(ProjectType.NEW, ProjectType.EXPANSION);
    assertThat(r01.targets().get(0).filter().text()).isEqualTo("yangtze_basin = TRUE");
    Rule r02 = Samples.R02;
    assertThat(r02.subject().projectTypes()).contains(ProjectType.REBUILD);
    assertThat(r02.targets().get(0).filter().text())
        .contains("'yangtze', 'gan', 'fu', 'xin', 'rao', 'xiu', 'poyang'");
    assertThat(r02.signOff().openPoints()).allMatch(p -> p.startsWith("[verify]")).isNotEmpty();
  }

  @Test
  void everyRuleFileOnTheClassPathIsInTheIndex() throws IOException {
    Path rules = Path.of("src/main/resources/rules");
    try (var files = Files.list(rules)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(rules.resolve("index.txt")));
    }
  }

  @Test
  void theOfficesOwnRuleReplacesOursAndANewOneIsAdded() throws IOException {
    write(
        "mine.yaml", r01().replace("version: \"1\"", "version: \"1-赣\"").replace("1000,", "1500,"));
    write("R90.yaml", r01().replace("id: R01", "id: R90"));
    RuleBook book = RuleBook.load(conf);
    assertThat(book.getRule("R01").plainThresholdM()).hasValue(1500);
    assertThat(book.getRule("R01").version()).isEqualTo("1-赣");
    assertThat(book.getRule("R01").origin()).isEqualTo("office");
    assertThat(book.rules()).extracting(Rule::id).containsOnlyOnce("R01", "R02", "R90");
  }

  @Test
  void anOfficeRuleThatCouldBeTakenForOursIsRefused() throws IOException {
    write("R01.yaml", r01().replace("1000,", "900,"));
    assertThatThrownBy(() -> RuleBook.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("same version '1'");
  }

  @Test
  void anIdDefinedTwiceIsRefused() throws IOException {
    write("a.yaml", r01().replace("id: R01", "id: R90"));
    write("b.yaml", r01().replace("id: R01", "id: R90"));
    assertThatThrownBy(() -> RuleBook.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("defined twice");
  }

  @Test
  void anUnknownRuleIsAUserFaultThatNamesTheRules() {
    assertThatThrownBy(() -> RuleBook.load(null).getRule("R99"))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.line()).contains("R99").contains("R01, R02"));
  }

  private void write(String name, String yaml) throws IOException {
    Files.createDirectories(conf.resolve("rules"));
    Files.writeString(conf.resolve("rules").resolve(name), yaml);
  }
}
