package cn.anlan.geo.rule.golden;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.file.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The register of rules, and what every rule of ours must say. */
class RegisterTest {
  private static final RuleBook RULES = RuleBook.load(null);

  @Test
  void thePageSaysWhatTheRuleFilesSay() throws IOException {
    assertThat(Files.readString(Register.PAGE)).isEqualTo(Register.text(RULES));
  }

  @Test
  void everyRuleOfTheLawIsThere() {
    List<String> wanted = IntStream.rangeClosed(1, 48).mapToObj("R%02d"::formatted).toList();
    assertThat(RULES.rules()).extracting(Rule::id).containsAll(wanted);
  }

  @Test
  void noRuleIsSignedForTheOfficeAndEachSaysWhatIsOpen() {
    assertThat(RULES.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.signOff().status())
                  .as(rule.id())
                  .isEqualTo(Rule.SignOff.Status.UNSIGNED);
              assertThat(rule.signOff().openPoints()).as(rule.id()).isNotEmpty();
            });
  }

  @Test
  void figuresOfOurOwnAreLabelled() {
    assertThat(RULES.rules())
        .flatMap(Rule::targets)
        .filteredOn(target -> target.proxy() != null)
        .allSatisfy(target -> assertThat(target.proxy().source()).startsWith("[design]"));
  }
}
