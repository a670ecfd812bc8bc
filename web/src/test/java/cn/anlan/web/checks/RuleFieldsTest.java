package cn.anlan.web.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a rule names must be in the catalogue; where it is not, the line of the rule file is told.
 */
class RuleFieldsTest {
  private static final Catalog CATALOG = Catalog.load(null);

  @TempDir Path conf;

  @Test
  void ourOwnRulesNameOnlyWhatIsThere() {
    assertThatCode(() -> RuleFields.check(RuleBook.load(null), CATALOG)).doesNotThrowAnyException();
  }

  /** The first example of the page that specifies the language. */
  private static String example() throws IOException {
    Matcher block =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Files.readString(Path.of("..", "docs", "rules.md")));
    assertThat(block.find()).isTrue();
    return block.group(1).replace("id: R11 ", "id: X11 ");
  }

  private void check(String yaml) throws IOException {
    Files.createDirectories(conf.resolve("rules"));
    Files.writeString(conf.resolve("rules").resolve("X11.yaml"), yaml);
    RuleFields.check(RuleBook.load(conf), CATALOG);
  }

  @Test
  void theExampleOfThePageIsInTheCatalogue() throws IOException {
    check(example());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layer: quarry                 | layer: quary                  | layer: quary        | quarry
          layer: road\\n                | layer: street\\n              | layer: street       | street
          since: licence_from           | since: licensed               | since: licensed     | licensed
          since: licence_from           | since: blasting               | since: blasting     | none of
          open_pit = TRUE               | openpit = TRUE                | filter: "openpit    | openpit
          open_pit = TRUE               | open_pit > 3                  | filter: "open_pit   | open_pit
          status <> 'closing'            | status <> 'shut'              | filter: "open_pit   | status = 'shut'
          admin_class = 'township'      | admin_class = 'townsip'       | = 'townsip'         | admin_class = 'townsip'
          field: width_m                | field: width                  | offset:             | width
          field: width_m                | field: name                   | offset:             | none of
          field: licence_from}          | field: licence}               | licence}            | licence
          rock = '防洪'                 | stone = '防洪'                | stone =             | stone
          """)
  void aNameThatIsNotThereIsToldWithItsLine(
      String good, String bad, String lineHolds, String message) throws IOException {
    String yaml = example();
    String from = good.replace("\\n", "\n");
    String changed = yaml.replace(from, bad.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(yaml);
    int line = 1 + (int) changed.lines().takeWhile(l -> !l.contains(lineHolds)).count();
    assertThatThrownBy(() -> check(changed))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("X11.yaml:" + line + ":")
        .hasMessageContaining(message);
  }
}
