package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.text.Text;

/** Why a target that is near cannot be judged by, in Chinese and English. */
final class TargetReasons {
  private TargetReasons() {}

  static Reason shoreAccuracy(Shore shore) {
    return new Reason(
        "target_accuracy",
        "岸线 " + shore.code() + " 的精度（σ）未给出",
        "the accuracy (σ) of shoreline " + shore.code() + " is not given");
  }

  static Reason waterAttribute(Shore shore, String field) {
    return new Reason(
        "target_attribute",
        "水体 " + shore.waterCode() + " 缺少属性 " + field + "，不知规则是否适用",
        "water "
            + shore.waterCode()
            + " lacks "
            + field
            + ", so the rule may or may not bind here");
  }

  static Reason accuracy(Feature target) {
    return new Reason(
        "target_accuracy",
        target.title() + "（" + target.layer() + "）的精度（σ）未给出",
        "the accuracy (σ) of " + target.layer() + " " + target.code() + " is not given");
  }

  static Reason attribute(Feature target, String field) {
    return new Reason(
        "target_attribute",
        target.title() + "（" + target.layer() + "）缺少属性 " + field + "，不知规则是否适用或距离是多少",
        target.layer()
            + " "
            + target.code()
            + " lacks "
            + field
            + ", so whether the rule binds, or by how much, is not known");
  }

  static Reason subjectAttribute(String field) {
    return new Reason(
        "attribute",
        "缺少属性 " + field + "，查不出应保持的距离",
        "the attribute " + field + " is missing, so the distance to be kept is not known");
  }

  static Reason tableValue(Text why) {
    return new Reason("table_value", "距离未知：" + why.zh(), "the distance is not held: " + why.en());
  }

  static Reason noRow() {
    return new Reason(
        "table_value", "表中没有适用于此情形的一行", "no row of the table fits this subject and target");
  }

  static Reason noPath(String layer, Site site) {
    return new Reason(
        "no_path",
        "图层 " + layer + " 中没有 " + site.code() + " 的线，不能沿线计数；不以圆代替",
        "layer "
            + layer
            + " has no line of "
            + site.code()
            + " to walk down; a circle is no substitute");
  }

  static Reason shortPath(double lengthM, double withinM) {
    return new Reason(
        "path_short",
        "线长 " + Math.round(lengthM) + " m，短于 " + Math.round(withinM) + " m，其后情况不明",
        "the line is "
            + Math.round(lengthM)
            + " m long, less than "
            + Math.round(withinM)
            + " m; what follows is not known");
  }

  static Reason noCentreLine(String layer, String river) {
    return new Reason(
        "no_centre_line",
        "图层 " + layer + " 中没有 " + river + " 的中心线，不能沿河量距",
        "layer " + layer + " has no centre line of " + river + " to measure along");
  }

  static Reason offRiver(Feature river, double asideM) {
    return new Reason(
        "off_river",
        "场址距其所属河流" + river.title() + "中心线 " + Math.round(asideM) + " m，位置与河流编码不符",
        "the site is "
            + Math.round(asideM)
            + " m from the centre line of "
            + river.title()
            + ", which it names as its river");
  }

  static Reason flowUnknown(Feature river) {
    return new Reason(
        "flow_unknown",
        river.title() + "中心线的流向未知，分不出上下游",
        "which way " + river.title() + " flows along its line is not known");
  }

  static Reason riverBroken(Feature river) {
    return new Reason(
        "river_broken",
        river.title() + "的中心线在规定距离内中断，其后情况不明",
        "the centre line of "
            + river.title()
            + " is broken within reach; what follows is not known");
  }
}
