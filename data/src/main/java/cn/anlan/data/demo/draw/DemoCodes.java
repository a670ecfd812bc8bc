package cn.anlan.data.demo.draw;

/** Codes of invented rows, {@code DEMO-E-000001}. */
public final class DemoCodes {
  private static final int DIGITS = 6;

  private DemoCodes() {}

  /**
   * A code of six digits, or more where the number has more.
   *
   * @param kind letters of the layer
   * @param number counts from 1
   */
  public static String of(String kind, int number) {
    return of(kind, number, DIGITS);
  }

  /**
   * A code of a layer that counts further, or less far, than most.
   *
   * @param kind letters of the layer
   * @param number counts from 1
   * @param digits the number is filled up to with zeros
   */
  public static String of(String kind, int number, int digits) {
    String written = Integer.toString(number);
    String zeros = "0".repeat(Math.max(0, digits - written.length()));
    return "DEMO-" + kind + "-" + zeros + written;
  }
}
