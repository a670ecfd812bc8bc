package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of {@code docs/rules.md} is what the page says it is. */
class RuleExamplesTest {
  private static final Path PAGE = Path.of("../docs/rules.md");
  private static final Pattern FENCE =
      Pattern.compile("(?ms)^```yaml ?([a-z ]*)\n(.*?)^```\n(?:```text\n(.*?)\n```)?");

  @TempDir Path conf;

  /**
   * A block of the page.
   *
   * @param words what stands behind {@code yaml}
   * @param message what the page says that a refusal reads; null for a good one
   */
  record Example(String words, String yaml, String message) {
    boolean isOverlay() {
      return words.startsWith("overlay");
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> found = new ArrayList<>();
    Matcher block = FENCE.matcher(Files.readString(PAGE));
    while (block.find()) {
      found.add(new Example(block.group(1), block.group(2), block.group(3)));
    }
    return found;
  }

  static List<Example> rules() throws IOException {
    return examples().stream().filter(e -> !e.isOverlay()).toList();
  }

  static List<Example> overlays() throws IOException {
    return examples().stream().filter(Example::isOverlay).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleIsReadOrRefusedWhereThePageSays(Example example) throws IOException {
    String yaml = completed(example.yaml, examples().get(0).yaml);
    if (example.message == null) {
      Rule rule = RuleBook.read("example", yaml);
      assertThat(yaml).contains("kind: " + rule.kind().name().code());
    } else {
      assertThatThrownBy(() -> RuleBook.read("example", yaml))
          .isInstanceOf(DefinitionException.class)
          .hasMessageStartingWith("example:" + example.message);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void anOverlayIsReadOrRefusedWhereThePageSays(Example example) throws IOException {
    Path file = Files.createDirectories(conf.resolve("rules")).resolve("x.yaml");
    Files.writeString(file, example.yaml);
    if (example.message == null) {
      RuleBook book = RuleBook.load(conf);
      List<Rule> all = new ArrayList<>(book.rules());
      all.addAll(book.switchedOff());
      assertThat(all).anyMatch(r -> example.yaml.contains("version: \"" + r.version() + "\""));
    } else {
      assertThatThrownBy(() -> RuleBook.load(conf))
          .isInstanceOf(DefinitionException.class)
          .hasMessageStartingWith(file + ":" + example.message);
    }
  }

  @Test
  void thePageShowsEveryKindAndEnoughThatIsRefused() throws IOException {
    String page = Files.readString(PAGE);
    for (RuleKind.Name kind : RuleKind.Name.values()) {
      assertThat(page).contains("`" + kind.code() + "`");
    }
    assertThat(rules()).filteredOn(e -> e.message == null).hasSizeGreaterThan(4);
    assertThat(examples()).filteredOn(e -> e.message != null).hasSizeGreaterThan(6);
    assertThat(examples()).allMatch(e -> e.words.endsWith("refused") == (e.message != null));
  }

  /** The example, and behind it those keys of the whole rule that it does not have. */
  private static String completed(String example, String whole) {
    StringBuilder yaml = new StringBuilder(example);
    for (String block : whole.split("(?m)^(?=[a-z_]+:)")) {
      String key = block.substring(0, block.indexOf(':') + 1);
      // subject: and subjects: take each other's place
      String replaced = key.equals("subject:") ? "subjects?:" : key;
      if (!Pattern.compile("(?m)^" + replaced).matcher(example).find()) {
        yaml.append(block);
      }
    }
    return yaml.toString();
  }
}
