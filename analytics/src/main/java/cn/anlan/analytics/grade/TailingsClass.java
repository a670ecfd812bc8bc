package cn.anlan.analytics.grade;

/**
 * Class (等别) of a tailings pond from its total capacity and its dam height: GB 39496-2020, section
 * 4.5 [verify]. A pond that serves towns, main railways or motorways downstream may be raised by
 * one class; that is a decision, not a computation, and not made here.
 */
public enum TailingsClass {
  ONE("one", 50_000, 200),
  TWO("two", 10_000, 100),
  THREE("three", 1_000, 60),
  FOUR("four", 100, 30),
  FIVE("five", 0, 0);

  private final String code;
  private final double fromCapacity10kM3;
  private final double fromDamHeightM;

  TailingsClass(String code, double fromCapacity10kM3, double fromDamHeightM) {
    this.code = code;
    this.fromCapacity10kM3 = fromCapacity10kM3;
    this.fromDamHeightM = fromDamHeightM;
  }

  /** Value in the code list {@code tailings_class}. */
  public String code() {
    return code;
  }

  /**
   * The higher of the two classes where they differ by one; one below the higher where they differ
   * by more.
   *
   * @param capacity10kM3 total capacity in 10,000 m³ (万m³), not negative
   * @param damHeightM not negative
   */
  public static TailingsClass of(double capacity10kM3, double damHeightM) {
    if (!(capacity10kM3 >= 0 && damHeightM >= 0)) {
      throw new IllegalArgumentException(
          "capacity and dam height must not be negative: "
              + capacity10kM3
              + " 万m³, "
              + damHeightM
              + " m");
    }
    int byCapacity = 0;
    while (capacity10kM3 < values()[byCapacity].fromCapacity10kM3) {
      byCapacity++;
    }
    int byHeight = 0;
    while (damHeightM < values()[byHeight].fromDamHeightM) {
      byHeight++;
    }
    int higher = Math.min(byCapacity, byHeight);
    return values()[Math.abs(byCapacity - byHeight) > 1 ? higher + 1 : higher];
  }
}
