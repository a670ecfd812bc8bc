package cn.anlan.geo.snapshot;

import org.roaringbitmap.RoaringBitmap;

/**
 * For each row of a snapshot true, false or unknown: SQL's logic of three values. A comparison with
 * null is unknown; so is its negation. The sets themselves do not leave this package: rows are seen
 * through a {@link Query}, within its scope.
 */
public final class Truth {
  private final int size;
  private final RoaringBitmap trues;
  private final RoaringBitmap unknowns;

  /** The sets must be disjoint and are not changed by anybody from here on. */
  Truth(int size, RoaringBitmap trues, RoaringBitmap unknowns) {
    this.size = size;
    this.trues = trues;
    this.unknowns = unknowns;
  }

  static Truth everywhere(int size, boolean value) {
    RoaringBitmap trues = value ? RoaringBitmap.bitmapOfRange(0, size) : new RoaringBitmap();
    return new Truth(size, trues, new RoaringBitmap());
  }

  /** True where both are, false where either is false, else unknown. */
  public Truth and(Truth other) {
    RoaringBitmap both = RoaringBitmap.and(trues, other.trues);
    if (unknowns.isEmpty() && other.unknowns.isEmpty()) {
      return new Truth(size, both, unknowns);
    }
    RoaringBitmap possible =
        RoaringBitmap.and(
            RoaringBitmap.or(trues, unknowns), RoaringBitmap.or(other.trues, other.unknowns));
    possible.andNot(both);
    return new Truth(size, both, possible);
  }

  /** True where either is, false where both are false, else unknown. */
  public Truth or(Truth other) {
    RoaringBitmap either = RoaringBitmap.or(trues, other.trues);
    RoaringBitmap open = RoaringBitmap.or(unknowns, other.unknowns);
    open.andNot(either);
    return new Truth(size, either, open);
  }

  /** True where it was false; unknown stays unknown. */
  public Truth not() {
    RoaringBitmap falses = RoaringBitmap.or(trues, unknowns);
    falses.flip(0L, size);
    return new Truth(size, falses, unknowns);
  }

  RoaringBitmap trues() {
    return trues;
  }
}
