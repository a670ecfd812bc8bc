package cn.anlan.data.demo.industry;

/** Divides a number of things by weight so that the parts add up to it exactly. */
final class Shares {
  private Shares() {}

  /**
   * Everyone's part: one each where there is enough, the rest by weight.
   *
   * @param weights none negative, not all zero
   */
  static int[] divide(int total, double[] weights) {
    int each = total >= weights.length ? 1 : 0;
    int rest = total - each * weights.length;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    int[] parts = new int[weights.length];
    double before = 0;
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      before += weights[i];
      int upTo = i == weights.length - 1 ? rest : (int) Math.round(rest * (before / sum));
      parts[i] = each + upTo - given;
      given = upTo;
    }
    return parts;
  }

  /**
   * Picks so many of the items, likelier by weight: systematic sampling, so that every stretch of
   * the list gets its share and the count is exact.
   *
   * @param start where the first pick falls within the first step, from 0 to below 1
   */
  static boolean[] pick(int count, double[] weights, double start) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double step = sum / count;
    boolean[] picked = new boolean[weights.length];
    double passed = 0;
    int done = 0;
    for (int i = 0; i < weights.length && done < count; i++) {
      passed += weights[i];
      boolean mustTake = weights.length - i <= count - done;
      if (mustTake || passed > (start + done) * step) {
        picked[i] = true;
        done++;
      }
    }
    return picked;
  }
}
