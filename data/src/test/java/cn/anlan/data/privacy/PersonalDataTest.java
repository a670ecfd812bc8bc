package cn.anlan.data.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are put together from parts here, so that no file of the project holds one. */
class PersonalDataTest {
  private static final String MOBILE = "138" + "0079" + "1234";
  private static final String LANDLINE = "0791-" + "8620" + "1234";
  private static final String EMAIL = "someone" + "@" + "example.com";

  /** Made up, with a right check digit; the person does not exist. */
  private static final String IDENTITY = identity("36010219" + "900307" + "881");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "联系电话",
        "电话",
        "负责人电话",
        "手机",
        "手机号码",
        "邮箱",
        "电子邮箱",
        "E-mail",
        "email",
        "Phone",
        "mobile",
        "身份证",
        "身份证号",
        "联系人",
        "主要负责人",
        "负责人姓名",
        "安全责任人",
        "姓名",
        "法定代表人",
        "联系方式",
        "id_card",
        "举报人",
        "contact person",
        "微信号"
      })
  void aColumnOfPersonsIsKnownByItsHeading(String heading) {
    assertThat(PersonalData.isPersonalHeading(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "企业名称",
        "地址",
        "编码",
        "主要负责人未亲自研究",
        "hotel",
        "责任落实",
        "整改责任",
        "责任单位",
        "uscc",
        "统一社会信用代码",
        "人数",
        "mobile_crane",
        "county_code",
        "管控措施",
        "法人单位"
      })
  void anotherColumnIsNot(String heading) {
    assertThat(PersonalData.isPersonalHeading(heading)).isFalse();
  }

  @Test
  void numbersAndAddressesAreTakenOutOfATextAndTheRestStays() {
    String m = PersonalData.MASK;
    assertThat(PersonalData.masked("找老王" + MOBILE + "。")).isEqualTo("找老王" + m + "。");
    assertThat(PersonalData.masked("+86 " + MOBILE)).isEqualTo(m);
    assertThat(PersonalData.masked("138 " + "0079 " + "1234")).isEqualTo(m);
    assertThat(PersonalData.masked("值班 " + LANDLINE)).isEqualTo("值班 " + m);
    assertThat(PersonalData.masked("写信到" + EMAIL + "或来访")).isEqualTo("写信到" + m + "或来访");
    assertThat(PersonalData.masked("证号" + IDENTITY)).isEqualTo("证号" + m);
    assertThat(PersonalData.masked(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "913601001" + "58307890X",
        "913601001" + "583078906",
        "2021-03-01 2021-12-31 12350",
        "举报电话 12350",
        "赣安〔2022〕1号",
        "DEMO-EN-000001 DEMO-RP-285000",
        "115.85801380079 28.6830000000",
        "EPSG:4490 3175548.840 681608.383",
        "360102000000",
        "sha256 0123456789abcdef" + "1380079" + "1234f",
        "user@localhost",
        "K2143+152"
      })
  void codesCoordinatesAndDatesAreLeftAlone(String text) {
    assertThat(PersonalData.masked(text)).isEqualTo(text);
  }

  @Test
  void anIdentityNumberNeedsItsCheckDigit() {
    char wrong = IDENTITY.charAt(17) == '1' ? '2' : '1';
    assertThat(PersonalData.isIn(IDENTITY)).isTrue();
    assertThat(PersonalData.isIn(IDENTITY.substring(0, 17) + wrong)).isFalse();
  }

  /** Check digit of GB 11643, worked out another way than the program does: ISO 7064, MOD 11-2. */
  private static String identity(String seventeen) {
    int p = 0;
    for (char c : seventeen.toCharArray()) {
      p = (p + c - '0') * 2 % 11;
    }
    int check = (12 - p) % 11;
    return seventeen + (check == 10 ? "X" : Integer.toString(check));
  }
}
