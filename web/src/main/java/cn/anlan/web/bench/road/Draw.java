package cn.anlan.web.bench.road;

/** Chance that depends on what it decides about, not on when it is asked (SplitMix64). */
final class Draw {
  private static final double UNIT = 0x1.0p-53;

  private final long seed;

  Draw(long seed) {
    this.seed = seed;
  }

  /** Evenly in [0, 1), always the same for the same key and question. */
  double unit(long key, int question) {
    long z = seed + key * 0x9E3779B97F4A7C15L + question * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * UNIT;
  }

  /** Evenly in [−1, 1). */
  double either(long key, int question) {
    return 2 * unit(key, question) - 1;
  }
}
