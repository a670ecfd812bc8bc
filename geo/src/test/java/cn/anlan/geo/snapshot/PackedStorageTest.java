package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
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
  void rangesAndSetsFindWhatALoopFinds() {
    Random random = new Random(SEED);
    for (long span : new long[] {0, 3, 200, 60_000, 5_000_000_000L, Long.MAX_VALUE, -1}) {
      int size = 17 * LongBlock.SIZE + 77; // more than one core takes at once, and half a word
      long[] plain =
          random.longs(size).map(v -> span < 0 ? v : Math.floorMod(v, span + 1)).toArray();
      LongChunks packed = new LongChunks();
      Arrays.stream(plain).forEach(packed::add);
      packed.seal();
      String as = "seed " + SEED + ", span " + span;
      long some = plain[random.nextInt(size)];
      for (long[] range :
          new long[][] {
            {Long.MIN_VALUE, some}, {some, Long.MAX_VALUE}, {some, some}, {some, some - 1}
          }) {
        assertThat(packed.rowsBetween(range[0], range[1]).toArray())
            .as(as + ": " + Arrays.toString(range))
            .isEqualTo(rows(size, i -> plain[i] >= range[0] && plain[i] <= range[1]));
      }
      long[] any = {some, plain[size - 1], Long.MIN_VALUE};
      Arrays.sort(any);
      assertThat(packed.rowsEqualToAny(any).toArray())
          .as(as)
          .isEqualTo(rows(size, i -> Arrays.binarySearch(any, plain[i]) >= 0));
      if (span >= 0 && span <= 60_000) {
        BitSet wanted = new BitSet();
        random.ints(20, 0, (int) span + 2).forEach(wanted::set);
        assertThat(packed.rowsIn(wanted).toArray())
            .as(as + ": " + wanted)
            .isEqualTo(rows(size, i -> wanted.get((int) plain[i])));
      }
    }
  }

  private static int[] rows(int size, IntPredicate wanted) {
    return IntStream.range(0, size).filter(wanted).toArray();
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
      for (double[] range : ranges(plain, random)) {
        assertThat(packed.rowsBetween(range[0], range[1]).toArray())
            .as("seed %d, kind %d, %s", SEED, kind, Arrays.toString(range))
            .isEqualTo(rows(size, i -> plain[i] >= range[0] && plain[i] <= range[1]));
      }
      if (kind < 2) {
        assertThat(packed.memoryBytes()).as("kind %d is packed", kind).isLessThan(5L * size);
      }
    }
  }

  /** With ends that are values, just beside one, between two, and beyond all. */
  private static List<double[]> ranges(double[] plain, Random random) {
    double some = plain[random.nextInt(plain.length)];
    double other = plain[random.nextInt(plain.length)];
    return List.of(
        new double[] {some, other},
        new double[] {other, some},
        new double[] {Math.nextUp(some), Double.POSITIVE_INFINITY},
        new double[] {Double.NEGATIVE_INFINITY, Math.nextDown(some)},
        new double[] {some, some},
        new double[] {some - 0.005, some + 0.005},
        new double[] {-1e300, 1e300},
        new double[] {1e300, Double.POSITIVE_INFINITY});
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
