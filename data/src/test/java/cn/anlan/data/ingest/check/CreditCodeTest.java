package cn.anlan.data.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.ingest.value.BadValue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Published codes of large public companies. */
  @ParameterizedTest
  @ValueSource(strings = {"914403001922038216", "91330100799655058B", "91110108551385082Q"})
  void takesPublishedCodes(String code) throws BadValue {
    CreditCode.check(code);
  }

  @ParameterizedTest
  @CsvSource({
    "91440300192203821, 18 位",
    "360100000012345, 工商注册号",
    "12345678-9, 组织机构代码",
    "9I4403001922038216, 第 2 位不能是",
    "91440A001922038216, 第 6 位不能是",
    "914403001922038215, 校验位是 6",
    "914403001922038261, 校验位",
    "914403001922038126, 校验位"
  })
  void saysWhatIsWrong(String code, String reason) {
    assertThatThrownBy(() -> CreditCode.check(code))
        .isInstanceOf(BadValue.class)
        .hasMessageContaining(reason);
  }

  @Test
  void everySingleErrorAndEverySwapOfNeighboursIsFound() {
    long seed = 3;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder made = new StringBuilder("91");
      for (int k = 2; k < 17; k++) {
        made.append(CHARACTERS.charAt(random.nextInt(k < 8 ? 10 : CHARACTERS.length())));
      }
      String code = made.toString() + CreditCode.checkCharacter(made.toString() + "0");
      assertThat(isGood(code)).as("seed %d, %s", seed, code).isTrue();
      for (int k = 0; k < 18; k++) {
        for (char c : CHARACTERS.toCharArray()) {
          String wrong = code.substring(0, k) + c + code.substring(k + 1);
          assertThat(isGood(wrong)).as("seed %d, %s", seed, wrong).isEqualTo(wrong.equals(code));
        }
        if (k > 0) {
          String swapped =
              code.substring(0, k - 1)
                  + code.charAt(k)
                  + code.charAt(k - 1)
                  + code.substring(k + 1);
          assertThat(isGood(swapped))
              .as("seed %d, %s", seed, swapped)
              .isEqualTo(swapped.equals(code));
        }
      }
    }
  }

  private static boolean isGood(String code) {
    try {
      CreditCode.check(code);
      return true;
    } catch (BadValue bad) {
      return false;
    }
  }
}
