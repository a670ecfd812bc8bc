package cn.anlan.data.demo.draw;

/** Codes of invented rows, {@code DEMO-E-000001}. */
public final class DemoCodes {
  private static final String ZEROS = "000000";

  private DemoCodes() {}

  /**
   * @param kind letters of the layer
   * @param number counts from 1
   */
  public static String of(String kind, int number) {
    String digits = Integer.toString(number);
    String filled = digits.length() < 6 ? ZEROS.substring(digits.length()) + digits : digits;
    return "DEMO-" + kind + "-" + filled;
  }
}
