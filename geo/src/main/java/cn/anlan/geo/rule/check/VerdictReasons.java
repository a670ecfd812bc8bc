package cn.anlan.geo.rule.check;

import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.measure.Feature;
import cn.anlan.geo.rule.measure.Measured;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A measurement in words, in Chinese and English, with its numbers. */
final class VerdictReasons {
  private VerdictReasons() {}

  static Reason of(Measured m) {
    double d = m.distanceM();
    double limitM = m.threshold().metres();
    String u = m.uncertaintyM() == null ? "?" : metres(m.uncertaintyM(), m.uncertaintyM());
    String limit = metres(limitM, 1);
    String zh = placeZh(m.target(), m.direction(), d, d - limitM);
    String en = placeEn(m.target(), m.direction(), d, d - limitM);
    return switch (m.verdict()) {
      case FAIL ->
          new Reason(
              "too_near",
              zh + "近于规定的 " + limit + " m（U = " + u + " m）",
              en + "nearer than the " + limit + " m demanded (U = " + u + " m)");
      case NEEDS_SURVEY ->
          isExtentOpen(m)
              ? new Reason(
                  "extent_open",
                  zh
                      + "目标自该点最远延伸 "
                      + metres(m.proxy().extentM(), 1)
                      + " m，方向不明，是否近于规定的 "
                      + limit
                      + " m 须实测",
                  en
                      + "but it reaches up to "
                      + metres(m.proxy().extentM(), 1)
                      + " m from that point: whether it comes nearer than "
                      + limit
                      + " m must be surveyed")
              : new Reason(
                  "near_limit",
                  zh + "与规定的 " + limit + " m 之差小于不确定度 U = " + u + " m，须实测",
                  en + "nearer to the limit of " + limit + " m than U = " + u + " m: survey it");
      default ->
          new Reason(
              "far_enough",
              zh + "不近于规定的 " + limit + " m（U = " + u + " m）",
              en + "not nearer than the " + limit + " m demanded (U = " + u + " m)");
    };
  }

  /** Whether not the accuracy but the extent of what is drawn as a point leaves it open. */
  private static boolean isExtentOpen(Measured m) {
    return m.proxy() != null
        && m.proxy().extentM() != null
        && m.distanceM() - m.threshold().metres() >= m.uncertaintyM();
  }

  /** Where the subject of a duty stands that binds it only near a target. */
  static Reason nearness(Measured m) {
    return new Reason(
        "near_target",
        placeZh(m.target(), null, m.distanceM(), 1) + "本规则适用",
        placeEn(m.target(), null, m.distanceM(), 1) + "so the rule binds it");
  }

  private static String placeZh(Feature target, String direction, double d, double margin) {
    String length = metres(Math.abs(d), margin) + " m，";
    if (d < 0) {
      return "进入" + target.title() + " " + length;
    }
    if (direction != null) {
      String side = direction.equals("upstream") ? "上游" : "下游";
      return "沿河在" + target.title() + side + " " + length;
    }
    return "距" + target.title() + (isShore(target) ? "岸线 " : " ") + length;
  }

  private static String placeEn(Feature target, String direction, double d, double margin) {
    String length = metres(Math.abs(d), margin) + " m ";
    if (d < 0) {
      return length + "inside " + target.title() + ", ";
    }
    if (direction != null) {
      return length + direction + " of " + target.title() + " along the river, ";
    }
    return length + "from " + (isShore(target) ? "the shore of " : "") + target.title() + ", ";
  }

  private static boolean isShore(Feature target) {
    return target.layer().equals(Target.SHORELINE);
  }

  /** Two decimals; six where two would hide on which side of the limit it is. */
  private static String metres(double value, double margin) {
    boolean close = margin != 0 && Math.abs(margin) < 0.01;
    return BigDecimal.valueOf(value).setScale(close ? 6 : 2, RoundingMode.HALF_UP).toPlainString();
  }
}
