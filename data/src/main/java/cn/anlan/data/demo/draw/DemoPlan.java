package cn.anlan.data.demo.draw;

import java.util.Random;

/**
 * What is to be drawn. The same plan on the same base map gives the same rows to the byte.
 *
 * @param seed of everything random
 * @param scale share of the full province's inventories and ledgers (enterprises, risk points,
 *     hazards, venues, buildings), above 0, at most 1. The ground (roads, townships, lines, zones)
 *     and the accidents are the same at every scale.
 */
public record DemoPlan(long seed, double scale) {
  public static final long DEFAULT_SEED = 20191;
  public static final double DEFAULT_SCALE = 0.1;

  public DemoPlan {
    if (!(scale > 0 && scale <= 1)) {
      throw new IllegalArgumentException("scale must lie above 0 and at most at 1, not " + scale);
    }
  }

  /**
   * A source of randomness for one theme. Each theme has its own, so that a change in one leaves
   * the others as they are.
   */
  public Random random(String theme) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < theme.length(); i++) {
      mixed = (mixed ^ theme.charAt(i)) * 0x100000001B3L;
    }
    return new Random(mixed ^ (mixed >>> 32));
  }

  /**
   * The number of things at this plan's scale of which the full province has so many; at least 1.
   */
  public int scaled(int fullScale) {
    return (int) Math.max(1, Math.round(fullScale * scale));
  }
}
