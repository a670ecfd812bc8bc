package cn.anlan.data.privacy;

import cn.anlan.data.sheet.Headings;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Personal data (个人信息保护法): which columns hold it by their heading, and which texts hold a telephone
 * number, an e-mail address or an identity number.
 *
 * <p>A name is known by its column only; in free text it is not found. Identity numbers are known
 * by province, birthday and check digit (GB 11643), so that a credit code of 18 digits is none.
 */
public final class PersonalData {
  /** What stands in the place of a number or address that was taken out. */
  public static final String MASK = "［个人信息已删］";

  private static final String[] WORDS = {"电话", "手机", "邮箱", "电子邮件", "身份证", "证件号", "联系方式", "微信"};
  private static final String[] PERSONS = {
    "联系人", "负责人", "责任人", "姓名", "法定代表人", "法人代表", "经办人", "承办人", "填报人", "签字人", "举报人"
  };
  private static final Set<String> LATIN =
      Set.of(
          ("phone phoneno phonenumber telephone telno tel mobile mobilephone mobileno cellphone"
                  + " email emailaddress mail idcard idcardno idno idnumber identitynumber contact"
                  + " contacts contactname contactperson contactphone wechat qq legalperson"
                  + " legalrepresentative informant personincharge")
              .split(" "));

  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![\\dA-Za-z.])(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"
              + "|[（(]?0\\d{2,3}[)）\\-－— ]{1,2}\\d{7,8})(?![\\d.])");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![\\dA-Za-z.])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\\d{4}"
              + "(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]"
              + "(?![\\dA-Za-z])");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";

  private PersonalData() {}

  /** Whether a column of this heading holds data about persons. */
  public static boolean isPersonalHeading(String heading) {
    String key = Headings.key(heading);
    return LATIN.contains(key)
        || Stream.of(WORDS).anyMatch(key::contains)
        || Stream.of(PERSONS).anyMatch(key::endsWith);
  }

  /** Whether a text holds a telephone number, an e-mail address or an identity number. */
  public static boolean isIn(String text) {
    return text != null && !masked(text).equals(text);
  }

  /** The text with {@link #MASK} in place of every such number and address; null stays null. */
  public static String masked(String text) {
    if (text == null || !couldHold(text)) {
      return text;
    }
    String masked =
        IDENTITY
            .matcher(text)
            .replaceAll(
                m -> Matcher.quoteReplacement(isIdentityNumber(m.group()) ? MASK : m.group()));
    masked = TELEPHONE.matcher(masked).replaceAll(MASK);
    return masked.indexOf('@') < 0 ? masked : EMAIL.matcher(masked).replaceAll(MASK);
  }

  /** Most texts have neither ten digits nor an at sign, and need no closer look. */
  private static boolean couldHold(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c >= '0' && c <= '9' && ++digits >= 10) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdentityNumber(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }
}
