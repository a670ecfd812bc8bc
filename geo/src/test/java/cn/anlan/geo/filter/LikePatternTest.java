package cn.anlan.geo.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LikePatternTest {
  @Test
  void agreesWithTheRegularExpressionOfTheSameMeaning() {
    long seed = 8192;
    Random random = new Random(seed);
    String[] patternParts = {"a", "b", "湖", "𠮷", "%", "_", "\\%", "\\_", "\\\\", ".", "("};
    String[] regexParts = {"a", "b", "湖", "𠮷", ".*", ".", "%", "_", "\\\\", "\\.", "\\("};
    String[] valueParts = {"a", "b", "湖", "𠮷", "%", "_", "\\", ".", "(", "\n"};
    for (int i = 0; i < 50_000; i++) {
      StringBuilder pattern = new StringBuilder();
      StringBuilder regex = new StringBuilder();
      for (int k = random.nextInt(6); k > 0; k--) {
        int part = random.nextInt(patternParts.length);
        pattern.append(patternParts[part]);
        regex.append(regexParts[part]);
      }
      StringBuilder value = new StringBuilder();
      for (int k = random.nextInt(6); k > 0; k--) {
        value.append(valueParts[random.nextInt(valueParts.length)]);
      }
      boolean expected = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(value).matches();
      assertThat(LikePattern.of(pattern.toString()).matches(value.toString()))
          .as("seed %d: '%s' LIKE '%s'", seed, value, pattern)
          .isEqualTo(expected);
    }
  }

  @Test
  void aHostilePatternTakesNoMoreThanTheProductOfTheLengths() {
    LikePattern pattern = LikePattern.of("%a".repeat(2000) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(pattern.matches("a".repeat(8000))).isFalse());
  }
}
