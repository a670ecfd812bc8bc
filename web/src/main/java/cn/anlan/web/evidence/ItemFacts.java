package cn.anlan.web.evidence;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.snapshots.RowOrigins.RowOrigin;
import cn.anlan.geo.rule.Finding;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of the site or of the target: which row it is and where it comes from. */
final class ItemFacts {
  static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final Evidence evidence;
  private final Finding finding;
  private final Catalog catalog;

  ItemFacts(Language language, Evidence evidence, Catalog catalog) {
    this.language = language;
    this.evidence = evidence;
    this.finding = evidence.finding();
    this.catalog = catalog;
  }

  Html of(Evidence.Item item) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        say("图层、编码、名称", "Layer, code, name"),
        language.of(item.layerTitle())
            + "（"
            + item.layer()
            + "）· "
            + item.code()
            + (item.id() == null ? "" : " · id " + item.id())
            + " · "
            + Figures.orNone(item.name()));
    if (item == evidence.subject()) {
      rows.put(
          say("项目性质、批准日期、投产日期", "Project type, approved, commissioned"),
          projectType()
              + " · "
              + Figures.orNone(finding.approvalDate())
              + " · "
              + Figures.orNone(item.attributes().get("commissioned_on")));
      if (finding.approvalVerdict() != null) {
        rows.put(
            say("按批准时的规则", "By the rule of that day"),
            VerdictWords.of(language, finding.approvalVerdict())
                + "（"
                + finding.approvalRuleVersion()
                + "）");
      }
    } else {
      rows.put(
          say("坐标系", "Coordinate system"),
          item.crsChain().stream().map(language::of).collect(Collectors.joining(" → ")));
    }
    rows.put(say("数据集版本与日期", "Dataset version and date"), dataset(item));
    rows.put(
        say("来源", "Source"),
        Figures.orNone(item.source()) + (item.isDemo() ? say("（示例数据）", " (invented data)") : ""));
    return FactTable.table(rows);
  }

  private String dataset(Evidence.Item item) {
    RowOrigin origin = item.origin();
    if (origin == null) {
      return item.id() == null
          ? say("拟选场址，未入库", "a proposal, not stored")
          : say("图层版本 ", "layer version ") + item.layerVersion();
    }
    return say("数据版本 ", "data version ")
        + origin.rowVersion()
        + (origin.writtenAt() == null ? "" : " · " + MINUTE.format(origin.writtenAt()))
        + " · "
        + Figures.orNone(origin.author())
        + (origin.fileName() == null
            ? ""
            : " · "
                + origin.fileName()
                + " (SHA-256 "
                + origin.fileSha256().substring(0, 12)
                + "…)");
  }

  private String projectType() {
    return catalog
        .getCodes("project_type")
        .find(finding.projectType() == null ? "" : finding.projectType())
        .map(Code::title)
        .map(language::of)
        .orElse("–");
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
