package cn.anlan.data.ingest.check;

import cn.anlan.data.ingest.value.BadValue;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters of digits and capitals without I, O, S, V, Z: authority
 * of registration, kind of body, six digits of the division, nine of the organisation, and a check
 * character: 31 − Σ value(i)·3^(i−1) mod 31, which finds every single wrong character and every
 * swap of two neighbours.
 */
final class CreditCode {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int BASE = 31;

  private CreditCode() {}

  /**
   * @param code in capitals
   * @throws BadValue where it is none; the reason says at which character
   */
  static void check(String code) throws BadValue {
    if (code.length() != LENGTH) {
      String old =
          code.matches("\\d{15}|[0-9A-Z]{8}-?[0-9X]")
              ? ";旧的工商注册号或组织机构代码不能代替 (an older number does not do)"
              : "";
      throw new BadValue(
          "统一社会信用代码应为 18 位,这里 " + code.length() + " 位 (must have 18 characters)" + old, "按营业执照填写");
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = code.charAt(i);
      boolean division = i >= 2 && i < 8;
      if (CHARACTERS.indexOf(c) < 0 || division && (c < '0' || c > '9')) {
        throw new BadValue(
            "统一社会信用代码第 "
                + (i + 1)
                + " 位不能是“"
                + c
                + "” ("
                + (division ? "characters 3 to 8 are digits" : "I, O, S, V, Z are not used")
                + ")",
            "按营业执照填写(常见误写: O→0, I→1, Z→2, S→5)");
      }
    }
    char expected = checkCharacter(code);
    if (code.charAt(LENGTH - 1) != expected) {
      throw new BadValue(
          "统一社会信用代码校验位不符 (wrong check digit): 前 17 位的校验位是 " + expected, "按营业执照核对每一位;错的不一定是最后一位");
    }
  }

  /** The check character of the first 17. */
  static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % BASE;
    }
    return CHARACTERS.charAt((BASE - sum % BASE) % BASE);
  }
}
