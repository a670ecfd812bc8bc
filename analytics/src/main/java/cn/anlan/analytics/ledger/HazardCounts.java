package cn.anlan.analytics.ledger;

import java.util.Arrays;

/** The figures of some hazards at the end of a day, and the rates of the documents from them. */
public final class HazardCounts {
  private final long[] counts;

  HazardCounts(long[] counts) {
    this.counts = counts.clone();
  }

  static HazardCounts none() {
    return new HazardCounts(new long[HazardFigure.values().length]);
  }

  public long get(HazardFigure figure) {
    return counts[figure.ordinal()];
  }

  HazardCounts plus(HazardCounts other) {
    long[] sum = counts.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.counts[i];
    }
    return new HazardCounts(sum);
  }

  /** 整改率: closed of registered, both cumulative at the cut-off. */
  public Rate rectified() {
    return rate(HazardFigure.CLOSED, HazardFigure.REGISTERED);
  }

  /** 按期整改率: closed on or before the day due, of those due by the cut-off. */
  public Rate inTime() {
    return rate(HazardFigure.IN_TIME, HazardFigure.DUE);
  }

  /** The same by the day first set (原定整改期限). */
  public Rate inTimeAsFirstSet() {
    return rate(HazardFigure.IN_TIME_AS_FIRST_SET, HazardFigure.DUE);
  }

  /** 逾期率: open and due before the cut-off, of all open. */
  public Rate overdue() {
    return rate(HazardFigure.OVERDUE, HazardFigure.OPEN);
  }

  private Rate rate(HazardFigure part, HazardFigure whole) {
    return new Rate(get(part), get(whole));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HazardCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "HazardCounts" + Arrays.toString(counts);
  }
}
