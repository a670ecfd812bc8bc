package cn.anlan.geo.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.yaml.StrictYaml;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FilterFaultTest {
  record Faults(List<Fault> cases) {}

  record Fault(String filter, List<String> contains, String why) {}

  private final LayerSnapshot snapshot = FilterTable.load().snapshot();

  @TestFactory
  Stream<DynamicTest> everyBadFilterIsRefusedInOneTellingLine() {
    Faults faults = StrictYaml.read("faults.yaml", FilterTable.text("faults.yaml"), Faults.class);
    return faults.cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    "refuses [" + c.filter() + "]",
                    () -> assertThat(lineOf(c.filter())).contains(c.contains())));
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefusedBeforeItIsParsed() {
    assertThat(lineOf(" ".repeat(32_760) + "level = 1")).contains("32,768");
    assertThat(lineOf("(".repeat(65) + "level = 1" + ")".repeat(65))).contains("64");
    assertThat(lineOf("(".repeat(30_000))).contains("64");
    assertThat(lineOf("level IN (1" + ",1".repeat(1000) + ")")).contains("1,000");
    assertThat(lineOf("A_CONTAINS(aliases,('a'" + ",'a'".repeat(1000) + "))")).contains("1,000");
    assertThatThrownBy(() -> Filter.parse(null)).isInstanceOf(UserFault.class);
  }

  @Test
  void anyRubbishIsEitherAFilterOrAUserFault() {
    long seed = 20210301;
    Random random = new Random(seed);
    String[] parts = {
      "level",
      "name",
      "=",
      "<>",
      "(",
      ")",
      "1",
      "'a'",
      "AND",
      "OR",
      "NOT",
      "IN",
      "LIKE",
      "NULL",
      "IS",
      "BETWEEN",
      ",",
      "CASEI",
      "DATE",
      "'",
      "\"",
      "\\",
      "。",
      "𠮷",
      "POINT",
      "BBOX",
      "S_INTERSECTS",
      "geom",
      "1e5",
      "-",
      "TRUE",
      "\u0000",
      "\uD800",
      ";",
      "A_CONTAINS"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 1 + random.nextInt(12); k > 0; k--) {
        text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        FilterTable.find(snapshot, text.toString());
      } catch (UserFault expected) {
        assertThat(expected.line()).as("seed %d: %s", seed, text).isNotBlank().doesNotContain("\n");
      } catch (RuntimeException | Error bug) {
        throw new AssertionError("seed " + seed + ", filter: " + text, bug);
      }
    }
  }

  private String lineOf(String filter) {
    try {
      return "found " + FilterTable.find(snapshot, filter);
    } catch (UserFault fault) {
      return fault.line();
    }
  }
}
