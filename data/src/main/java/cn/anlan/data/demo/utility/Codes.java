package cn.anlan.data.demo.utility;

/** Codes of invented rows: DEMO-XX-000001. */
final class Codes {
  private Codes() {}

  static String of(String kind, int number) {
    String digits = Integer.toString(number);
    return "DEMO-" + kind + "-" + "000000".substring(Math.min(6, digits.length())) + digits;
  }
}
