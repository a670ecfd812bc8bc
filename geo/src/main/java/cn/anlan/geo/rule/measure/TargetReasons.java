package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Shore;
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

  static Reason notComputed(cn.anlan.geo.rule.Rule rule) {
    return new Reason(
        "not_computed",
        "规则类型 " + rule.kind().name().code() + " 尚不能计算",
        "rules of kind " + rule.kind().name().code() + " are not computed yet");
  }
}
