package cn.anlan.analytics.ledger;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Figures of a unit that are not as counted things are. It is a reason to look, never a proof: what
 * looks made up may have a good reason that the ledger does not know.
 *
 * @param count what was seen
 * @param expected what would be expected instead; NaN where there is no expectation
 * @param chance a bound on the probability that chance gives this anywhere among all units looked
 *     at (or a false discovery rate, for {@link Kind#UNDER_REPORTING} and {@link
 *     Kind#HEAPED_DIGITS}); NaN where no chance is involved
 */
public record Suspicion(
    Kind kind,
    String unit,
    LocalDate from,
    LocalDate to,
    double count,
    double expected,
    double chance,
    Text explanation) {

  /** What is screened for (弄虚作假的几种样子). */
  public enum Kind {
    /** Months without a single hazard found. */
    SILENT_MONTHS("连续数月零隐患", "months without any hazard"),
    /** Very many hazards closed on one day. */
    SAME_DAY_CLOSING("集中同日销号", "closed on one day"),
    /** Far fewer hazards for its risk points than elsewhere. */
    UNDER_REPORTING("隐患疑似少报", "far fewer hazards than elsewhere"),
    /** A cumulative form that repeats the same values month after month. */
    REPEATED_FORMS("报表数值逐期重复", "a form that repeats itself"),
    /** Last digits crowd on 0 and 5. */
    HEAPED_DIGITS("尾数集中于0和5", "last digits crowd on 0 and 5");

    private final Text title;

    Kind(String zh, String en) {
      this.title = new Text(zh, en);
    }

    public Text title() {
      return title;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
