package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.explain.GradeExplanation.Stored;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** Numbers and sentences that all explanations share. */
final class Words {
  private static final int DECIMALS = 3;

  private Words() {}

  /** At most three decimals, without trailing zeros. */
  static String number(BigDecimal value) {
    BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  /** The same in both languages. */
  static Text same(String text) {
    return new Text(text, text);
  }

  static Text number(BigDecimal value, String unit) {
    return same(unit == null ? number(value) : number(value) + " " + unit);
  }

  /**
   * What the layer says of a grade beside what was computed.
   *
   * @param storedTitle how the stored value reads; null where it is the value itself
   */
  static Stored stored(String field, Object stored, Object computed, Text storedTitle, Text title) {
    if (stored == null) {
      return null;
    }
    if (Objects.equals(stored, computed)) {
      return new Stored(field, stored, true, null);
    }
    Text read = storedTitle == null ? same(stored.toString()) : storedTitle;
    return new Stored(
        field,
        stored,
        false,
        new Text(
            "台账记为" + read.zh() + "，按因子计算为" + title.zh() + "，以计算结果为准，请核对台账",
            "stored is "
                + read.en()
                + ", the factors give "
                + title.en()
                + ": what is computed stands; check the record"));
  }
}
