package cn.anlan.data.demo.ledger;

/** Business keys of invented rows. */
final class LedgerCodes {
  private LedgerCodes() {}

  /** {@code DEMO-XX-000001} and up. */
  static String code(String kind, int number) {
    String digits = Integer.toString(number);
    return "DEMO-" + kind + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
