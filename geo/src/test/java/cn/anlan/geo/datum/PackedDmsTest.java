package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedDmsTest {
  @Test
  void findsPackedFilesAndNoDecimalOnes() {
    long seed = 41;
    Random random = new Random(seed);
    int falseAlarms = 0;
    for (int file = 0; file < 2_000; file++) {
      PackedDms decimal = new PackedDms();
      PackedDms packed = new PackedDms();
      double lon = 114 + 3 * random.nextDouble();
      double lat = 25 + 4 * random.nextDouble();
      for (int i = 0; i < 15 + random.nextInt(50); i++) {
        double x = lon + 0.3 * random.nextDouble();
        double y = lat + 0.3 * random.nextDouble();
        decimal.add(x, y);
        packed.add(packed(x), packed(y));
      }
      falseAlarms += decimal.isPacked() ? 1 : 0;
      assertThat(packed.isPacked()).as("seed %d, file %d", seed, file).isTrue();
    }
    assertThat(falseAlarms).as("seed %d", seed).isZero();
  }

  @Test
  void aFewRowsAWholeNumberOrOneVillageProveNothing() {
    PackedDms few = new PackedDms();
    PackedDms whole = new PackedDms();
    PackedDms village = new PackedDms();
    Random random = new Random(42);
    for (int i = 0; i < 100; i++) {
      few.add(115 + i % 5 / 10.0, 28 + i % 5 / 10.0);
      whole.add(100 + i, i % 60);
      village.add(115.2 + 0.004 * random.nextDouble(), 28.2 + 0.004 * random.nextDouble());
    }
    assertThat(few.isPacked()).isFalse();
    assertThat(whole.isPacked()).isFalse();
    assertThat(village.isPacked()).isFalse();
  }

  private static double packed(double degrees) {
    int whole = (int) degrees;
    int minutes = (int) ((degrees - whole) * 60);
    double seconds = (degrees - whole - minutes / 60.0) * 3600;
    return whole + minutes / 100.0 + Math.min(59.99, seconds) / 10_000;
  }
}
