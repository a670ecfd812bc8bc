package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.Locale;

/** The words of every reason, in Chinese and English, with the numbers. */
final class Reasons {
  private Reasons() {}

  static Reason datum() {
    return new Reason("datum", "坐标基准不明，不能量距", "the datum of the coordinates is not known");
  }

  static Reason geometry(String why) {
    return new Reason("geometry", "几何不可用：" + why, "the geometry cannot be used: " + why);
  }

  static Reason outsideProvince() {
    return new Reason(
        "outside_province", "位于本省行政区外：只量距，不判定", "outside the province: measured, but not judged");
  }

  static Reason projectType(String value) {
    return value == null
        ? new Reason("project_type", "缺少项目类型", "the project type is missing")
        : new Reason("project_type", "项目类型不明：" + value, "the project type is not known: " + value);
  }

  static Reason approvalDate() {
    return new Reason(
        "approval_date", "现有项目缺少批准日期", "the approval date of an existing project is missing");
  }

  static Reason attribute(String field) {
    return new Reason("attribute", "缺少属性 " + field, "the attribute " + field + " is missing");
  }

  static Reason subjectAccuracy() {
    return new Reason(
        "subject_accuracy",
        "场址边界的精度（σ）未给出",
        "the accuracy (σ) of the site's boundary is not given");
  }

  static Reason assumedSubjectAccuracy() {
    return new Reason(
        "assumed_accuracy",
        "拟选场址未给出精度，按 σ = 0 计",
        "the proposal gives no accuracy; σ = 0 is assumed");
  }

  static Reason assumedDefinitionAccuracy() {
    return new Reason(
        "assumed_definition_accuracy",
        "岸线未给出与法定岸线的偏差，按 0 计",
        "how far this shoreline may be from the legal one is not given; 0 is assumed");
  }

  static Reason noTarget(Rule rule) {
    return new Reason(
        "target",
        "没有可用于规则 " + rule.id() + " 的岸线数据",
        "there is no shoreline that rule " + rule.id() + " can measure to");
  }

  static Reason targetAccuracy(Shore shore) {
    return new Reason(
        "target_accuracy",
        "岸线 " + shore.code() + " 的精度（σ）未给出",
        "the accuracy (σ) of shoreline " + shore.code() + " is not given");
  }

  static Reason targetAttribute(Shore shore, String field) {
    return new Reason(
        "target_attribute",
        "水体 " + shore.waterCode() + " 缺少属性 " + field + "，不知规则是否适用",
        "water "
            + shore.waterCode()
            + " lacks "
            + field
            + ", so the rule may or may not bind here");
  }

  static Reason coverage(Rule rule) {
    return new Reason(
        "coverage",
        "场址不在图层 " + rule.target().layer() + " 声明完整的范围内，近处可能有未入库的岸线",
        "the site is not where layer "
            + rule.target().layer()
            + " is declared complete; a shore near it may not be in the data");
  }

  static Reason verdict(Measured m, double thresholdM) {
    String d = metres(m.distanceM(), m.distanceM() - thresholdM);
    String limit = metres(thresholdM, 1);
    String u = metres(m.uncertaintyM(), m.uncertaintyM());
    String zh = "距" + m.candidate().shore().waterName() + "岸线 " + d + " m，";
    String en = d + " m from the shore of " + m.candidate().shore().waterName() + ", ";
    return switch (m.verdict()) {
      case FAIL ->
          new Reason(
              "too_near",
              zh + "近于规定的 " + limit + " m（U = " + u + " m）",
              en + "nearer than the " + limit + " m demanded (U = " + u + " m)");
      case NEEDS_SURVEY ->
          new Reason(
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

  static Reason demoShore() {
    return new Reason(
        "demo_shore",
        "所用为示例岸线，不得作为依据",
        "the shoreline is invented (示例岸线); the result is no basis for anything");
  }

  static Reason demoCoverage() {
    return new Reason(
        "demo_coverage",
        "“岸线完整”出自示例数据，不得作为依据",
        "that the shorelines are complete here is invented; the result is no basis for anything");
  }

  static Reason demoSite() {
    return new Reason("demo_site", "场址为示例数据", "the site is invented (示例数据)");
  }

  static Reason exempt(Text title) {
    return new Reason("exempt", "例外：" + title.zh(), "exception: " + title.en());
  }

  static Reason grandfathered(Rule rule, LocalDate approved) {
    return new Reason(
        "grandfathered",
        approved + " 批准，早于规则施行日 " + rule.valid().from() + "：" + rule.earlierProjects().note().zh(),
        "approved on "
            + approved
            + ", before the rule began on "
            + rule.valid().from()
            + ": "
            + rule.earlierProjects().note().en());
  }

  static Reason judgedAsNew(Rule rule, LocalDate approved) {
    return new Reason(
        "judged_as_new",
        "现有项目 " + approved + " 批准，不早于规则施行日 " + rule.valid().from() + "，按新建判定",
        "exists, but was approved on "
            + approved
            + ", not before the rule began on "
            + rule.valid().from()
            + ": judged as new");
  }

  static Reason proposal(LocalDate asOf) {
    return new Reason(
        "proposal",
        "无批准日期，按 " + asOf + " 的拟建项目判定",
        "not approved yet: judged as a proposal of " + asOf);
  }

  /** Two decimals; six where two would hide on which side of the limit it is. */
  private static String metres(double value, double margin) {
    boolean close = margin != 0 && Math.abs(margin) < 0.01;
    return String.format(Locale.ROOT, close ? "%.6f" : "%.2f", value);
  }
}
