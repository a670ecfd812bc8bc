package cn.anlan.analytics.ledger;

import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of the hazard ledger is counted at the end of a day; all cumulative since the beginning. */
public enum HazardFigure {
  REGISTERED("已登记", "registered"),
  /** Registered and closed, also by the end of the firm. */
  CLOSED("已整改销号", "closed"),
  CLOSED_BY_SHUTDOWN("其中因企业关停", "of these by shutdown"),
  /** Found and not closed. */
  OPEN("未销号", "open"),
  /** Open and due before the day (due &lt; asOf). */
  OVERDUE("逾期未改", "overdue"),
  /** Due by the day, open or not. */
  DUE("应整改", "due"),
  /** Of these, closed on or before the day that was due. */
  IN_TIME("按期整改", "closed in time"),
  /** Of these, closed on or before the day first set: extensions do not help. */
  IN_TIME_AS_FIRST_SET("按原定期限整改", "closed by the day first set");

  private final Text title;

  HazardFigure(String zh, String en) {
    this.title = new Text(zh, en);
  }

  public Text title() {
    return title;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HazardFigure> find(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }
}
