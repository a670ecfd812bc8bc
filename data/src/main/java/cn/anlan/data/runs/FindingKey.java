package cn.anlan.data.runs;

import cn.anlan.geo.fault.UserFault;
import com.fasterxml.jackson.annotation.JsonValue;

/** A finding's place in a run: findings stand by rule, layer and id of the subject. */
public record FindingKey(String rule, String layer, long subjectId) {
  /** Before every finding. */
  public static final FindingKey FIRST = new FindingKey("", "", 0);

  /**
   * Reads what {@link #text} wrote.
   *
   * @param text null for the beginning
   */
  public static FindingKey parse(String text) {
    if (text == null) {
      return FIRST;
    }
    String[] parts = text.split("/");
    if (parts.length != 3 || !parts[2].matches("\\d{1,18}")) {
      throw new UserFault(
          "续页标记 " + text + " 不可用 (no such page)", "用上一页的 next (use next of the page before)");
    }
    return new FindingKey(parts[0], parts[1], Long.parseLong(parts[2]));
  }

  /** In one word, as addresses carry it: {@code R01/chemical_project/17}. */
  @JsonValue
  public String text() {
    return rule + "/" + layer + "/" + subjectId;
  }
}
