package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DigitTestTest {
  @Test
  void countedNumbersPassAndRoundedOnesDoNot() {
    long seed = 20_260_703;
    Random random = new Random(seed);
    long[] counted = LongStream.range(0, 400).map(i -> 100 + random.nextInt(900)).toArray();
    long[] rounded = LongStream.of(counted).map(x -> x % 3 == 0 ? x / 10 * 10 : x).toArray();

    assertThat(DigitTest.of(counted).uniformP()).as("seed %d", seed).isGreaterThan(.01);
    assertThat(DigitTest.of(counted).heapedP()).as("seed %d", seed).isGreaterThan(.01);
    assertThat(DigitTest.of(rounded).uniformP()).isLessThan(1e-6);
    assertThat(DigitTest.of(rounded).heapedP()).isLessThan(1e-6);
    assertThat(DigitTest.of(counted).numbers()).isEqualTo(400);
  }

  @Test
  void fewNumbersSayNothingAndOneDigitIsNone() {
    assertThat(DigitTest.of(new long[] {10, 20, 30}).uniformP()).isNaN();
    assertThatThrownBy(() -> DigitTest.of(new long[] {7}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
