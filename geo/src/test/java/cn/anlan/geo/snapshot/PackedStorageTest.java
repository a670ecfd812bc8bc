package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is packed comes out bit for bit, and ranges find what a plain loop finds. */
class PackedStorageTest {
  private static final long SEED = 771;

  @Test
  void wholeNumbersOfEveryWidthComeBack() {
    Random random = new Random(SEED);
    for (int bits = 0; bits <= 64; bits++) {
      int size = 1 + random.nextInt(3 * LongBlock.SIZE);
      long base = random.nextLong() >> random.nextInt(64);
      long[] plain = new long[size];
      LongChunks packed = new LongChunks();
      for (int i = 0; i < size; i++) {
        plain[i] = base + (bits == 0 ? 0 : random.nextLong() >>> (64 - bits));
        packed.add(plain[i]);
      }
      assertThat(packed.get(size - 1)).as("before sealing").isEqualTo(plain[size - 1]);
      packed.seal();
      String as = "seed " + SEED + ", bits " + bits;
      assertThat(IntStream.range(0, size).mapToLong(packed::get).toArray()).as(as).isEqualTo(plain);
      long low = plain[random.nextInt(size)];
      long high = plain[random.nextInt(size)];
      int[] expected =
          IntStream.range(0, size).filter(i -> plain[i] >= low && plain[i] <= high).toArray();
      assertThat(packed.rowsBetween(low, high).toArray()).as(as).isEqualTo(expected);
      assertThat(packed.min()).isEqualTo(Arrays.stream(plain).min().orElseThrow());
      assertThat(packed.max()).isEqualTo(Arrays.stream(plain).max().orElseThrow());
    }
  }

  @Test
  void numbersComeBackBitForBitWhetherTheyFitDecimalsOrNot() {
    Random random = new Random(SEED);
    List<Double> odd =
        List.of(
            -0.0,
            0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            0.1 + 0.2,
            9.007199254740993E15);
    for (int kind = 0; kind < 4; kind++) {
      int size = LongBlock.SIZE + random.nextInt(LongBlock.SIZE);
      double[] plain = new double[size];
      DoubleChunks packed = new DoubleChunks();
      for (int i = 0; i < size; i++) {
        plain[i] =
            switch (kind) {
              case 0 -> random.nextInt(100);
              case 1 -> random.nextInt(100_000) / 100.0;
              case 2 -> random.nextGaussian();
              default -> odd.get(random.nextInt(odd.size()));
            };
        packed.add(plain[i]);
      }
      packed.seal();
      assertThat(
              IntStream.range(0, size)
                  .mapToLong(i -> Double.doubleToRawLongBits(packed.get(i)))
                  .toArray())
          .as("seed %d, kind %d", SEED, kind)
          .isEqualTo(Arrays.stream(plain).mapToLong(Double::doubleToRawLongBits).toArray());
      if (kind < 2) {
        assertThat(packed.memoryBytes()).as("kind %d is packed", kind).isLessThan(5L * size);
      }
    }
  }

  @Test
  void byteStringsComeBackAlsoAcrossPages() {
    Random random = new Random(SEED);
    BytePages pages = new BytePages();
    List<byte[]> plain = new ArrayList<>();
    List<Long> addresses = new ArrayList<>();
    int[] sizes = {0, 1, 127, 128, 20_000, 262_144, 700_000};
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[sizes[random.nextInt(sizes.length)] + random.nextInt(3)];
      random.nextBytes(bytes);
      plain.add(bytes);
      addresses.add(pages.add(bytes));
    }
    pages.seal();
    for (int i = 0; i < plain.size(); i++) {
      byte[] expected = plain.get(i);
      assertThat(Arrays.equals(pages.get(addresses.get(i)), expected)).as("string %d", i).isTrue();
      assertThat(pages.matches(addresses.get(i), expected, 0, expected.length)).isTrue();
      if (expected.length > 0) {
        byte[] other = expected.clone();
        other[other.length - 1] ^= 1;
        assertThat(pages.matches(addresses.get(i), other, 0, other.length)).isFalse();
      }
    }
  }

  @Test
  void aDictionaryGivesEveryTextOneNumberAndFindsItWithAndWithoutItsTable() {
    Dictionary kept = new Dictionary();
    Dictionary dropped = new Dictionary();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5000; i++) {
        assertThat(intern(kept, "尾矿库" + i)).isEqualTo(i);
        assertThat(intern(dropped, "尾矿库" + i)).isEqualTo(i);
      }
    }
    kept.seal(true);
    dropped.seal(false);
    for (int i = 0; i < 5000; i += 7) {
      assertThat(kept.get(i)).isEqualTo("尾矿库" + i);
      assertThat(kept.find("尾矿库" + i)).isEqualTo(i);
      assertThat(dropped.find("尾矿库" + i)).isEqualTo(i);
    }
    assertThat(kept.find("尾矿库")).isEqualTo(-1);
    assertThat(dropped.find("尾矿库")).isEqualTo(-1);
  }

  private static int intern(Dictionary dictionary, String text) {
    byte[] utf8 = ("«" + text + "»").getBytes(StandardCharsets.UTF_8);
    return dictionary.intern(utf8, 2, utf8.length - 4);
  }
}
