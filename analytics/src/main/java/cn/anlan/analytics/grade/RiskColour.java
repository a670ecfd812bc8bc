package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;

/**
 * 红橙黄蓝, the colours of the four risk levels of risk points and enterprises (安委办〔2016〕11号 [verify]).
 * The published regional map has another scale (红橙黄绿), which is not this one.
 */
public enum RiskColour {
  RED("red", "重大风险（红）", "major (red)"),
  ORANGE("orange", "较大风险（橙）", "considerable (orange)"),
  YELLOW("yellow", "一般风险（黄）", "general (yellow)"),
  BLUE("blue", "低风险（蓝）", "low (blue)");

  /** The code list that has these levels. */
  public static final String SCALE = "risk_level";

  private final String code;
  private final Text title;

  RiskColour(String code, String zh, String en) {
    this.code = code;
    this.title = new Text(zh, en);
  }

  /**
   * @param level 1 (worst) to 4
   */
  public static RiskColour of(int level) {
    return values()[level - 1];
  }

  public int level() {
    return ordinal() + 1;
  }

  public String code() {
    return code;
  }

  public Text title() {
    return title;
  }
}
