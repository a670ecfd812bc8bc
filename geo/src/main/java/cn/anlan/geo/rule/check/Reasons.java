package cn.anlan.geo.rule.check;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.measure.Feature;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;

/** The words of every reason but the measurement itself, in Chinese and English. */
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

  static Reason coverage(String layers) {
    return new Reason(
        "coverage",
        "场址不在图层 " + layers + " 声明完整的范围内，近处可能有未入库的对象",
        "the site is not where layer "
            + layers
            + " is declared complete; something near it may not be in the data");
  }

  static Reason none(Rule rule) {
    String layers =
        String.join(", ", rule.targets().stream().map(t -> t.layer()).distinct().toList());
    return new Reason(
        "none_there",
        "图层 " + layers + " 中没有本规则所指的对象",
        "there is nothing in layer " + layers + " that this rule means");
  }

  static Reason counted(Finding.Count count) {
    String of = count.of() == null ? "" : " " + count.of();
    String range =
        count.certain() == count.possible()
            ? Long.toString(count.certain())
            : count.certain() + "–" + count.possible();
    String within = Math.round(count.withinM()) + " m";
    return new Reason(
        count.certain() > count.max()
            ? "too_many"
            : count.possible() > count.max() ? "near_limit" : "few_enough",
        within + " 内计有" + of + " " + range + "，限 " + count.max(),
        range + of + " counted within " + within + "; at most " + count.max() + " are allowed");
  }

  static Reason approved(String field) {
    return new Reason("approved", "已取得批准（" + field + "）", "the approval is held (" + field + ")");
  }

  static Reason needsApproval(Rule.Approval approval) {
    boolean named = approval != null && approval.document() != null;
    return new Reason(
        "needs_approval",
        "须经批准；资料中没有" + (named ? approval.document().zh() : "批准文件"),
        "needs an approval; the data do not have "
            + (named ? approval.document().en() : "such a document"));
  }

  static Reason lacking(RuleKind.Requirement requirement) {
    return new Reason(
        "lacking",
        "缺少" + requirement.title().zh() + "（" + requirement.field() + "）",
        "lacks " + requirement.title().en() + " (" + requirement.field() + ")");
  }

  static Reason forbidden(Condition condition) {
    return new Reason(
        "forbidden", "属于禁止情形：" + condition.text(), "is what is forbidden: " + condition.text());
  }

  static Reason complete() {
    return new Reason("complete", "要求的资料齐全", "everything that is required is there");
  }

  static Reason demoShore() {
    return new Reason(
        "demo_shore",
        "所用为示例岸线，不得作为依据",
        "the shoreline is invented (示例岸线); the result is no basis for anything");
  }

  static Reason demoTarget(Feature target) {
    return new Reason(
        "demo_target",
        target.title() + "（" + target.layer() + "）为示例数据，不得作为依据",
        target.layer() + " " + target.code() + " is invented; the result is no basis for anything");
  }

  static Reason demoCoverage() {
    return new Reason(
        "demo_coverage",
        "“资料完整”出自示例数据，不得作为依据",
        "that the layer is complete here is invented; the result is no basis for anything");
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
}
