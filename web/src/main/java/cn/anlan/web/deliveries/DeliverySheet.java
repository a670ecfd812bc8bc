package cn.anlan.web.deliveries;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.load.RowChange;
import cn.anlan.data.ingest.quarantine.RejectedShapes;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.IssueGroup;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * The report of a delivery as a sheet of A4, for the person who has to correct it: what was taken,
 * what was not and why, and where it lies.
 */
public final class DeliverySheet {
  private static final int SHOWN_ISSUES = 300;

  private final Language language;
  private final ImportReport report;
  private final RejectedShapes shapes;
  private final List<Geometry> outlines;

  /**
   * @param outlines of the counties, for the map
   */
  public DeliverySheet(
      Language language, ImportReport report, RejectedShapes shapes, List<Geometry> outlines) {
    this.language = language;
    this.report = report;
    this.shapes = shapes;
    this.outlines = outlines;
  }

  /**
   * @param otherLanguage address of the same sheet in the other language; null for a file of its
   *     own
   */
  public String document(String otherLanguage) {
    Html body = new Html();
    body.add(lead());
    body.add(section(say("交付", "Delivery"), facts()));
    body.add(section(say("列的对应", "Mapping"), mapping()));
    if (!report.changes().isEmpty()) {
      body.add(section(say("变动举例", "Examples of changes"), changes()));
    }
    body.add(new RejectedMap(language, shapes, outlines).html());
    if (!report.issueGroups().isEmpty()) {
      body.add(section(say("问题汇总", "Kinds of issues"), groups()));
      body.add(section(say("问题", "Issues"), issues()));
    }
    String title = say("导入报告", "Report of an import") + " · " + report.file();
    PrintPage page = new PrintPage(language, title, otherLanguage, false, body);
    return otherLanguage == null ? page.file() : page.document();
  }

  private Html lead() {
    Html html = new Html();
    html.leaf("p", outcome(), "class", "lead", "data-testid", "delivery-outcome");
    html.open("div", "class", "bigs");
    big(html, say("合格", "Accepted"), report.accepted());
    big(html, say("不合格", "Rejected"), report.rejected());
    big(html, say("新增 / 更新", "Added / changed"), report.inserted(), report.updated());
    big(html, say("删除 / 未变", "Removed / unchanged"), report.removed(), report.unchanged());
    return html.close();
  }

  private String outcome() {
    if (report.committed()) {
      return say("已写入，批次 ", "Written as delivery ")
          + report.deliveryId()
          + say("，数据版本 ", ", data version ")
          + report.dataVersion()
          + (report.awaitingCorrection() > 0
              ? say("；该图层现有 ", "; rows of the layer that await correction: ")
                  + Figures.whole(report.awaitingCorrection())
                  + say(" 条待更正", "")
              : "");
    }
    return report.failed()
        ? say("未写入：有不合格的行", "Not written: rows were rejected")
        : say("预览，未写入", "A preview; nothing was written");
  }

  private static void big(Html html, String label, long... values) {
    StringBuilder text = new StringBuilder();
    for (long value : values) {
      text.append(text.isEmpty() ? "" : " / ").append(Figures.whole(value));
    }
    html.open("div").leaf("small", label).leaf("b", text).close();
  }

  private Html facts() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(say("图层", "Layer"), report.layer());
    rows.put(
        say("文件、格式、编码", "File, format, encoding"),
        report.file() + " · " + report.format() + " · " + report.encoding());
    rows.put(
        say("坐标系及其来历", "Coordinate system, by what"),
        Figures.orNone(report.crs()) + " · " + report.crsSource());
    if (report.datum() != null && report.datum().words() != null) {
      rows.put(
          say("坐标系依据", "Why this coordinate system"),
          report.datum().decision() + " · " + report.datum().words());
    }
    rows.put(
        say("方式", "Mode"),
        report.mode().name().toLowerCase(java.util.Locale.ROOT)
            + " · "
            + report.writeRule().code()
            + (report.area() == null ? "" : " " + report.area()));
    rows.put(
        say("更正了待更正的行", "Rows of the quarantine corrected"), Figures.whole(report.corrected()));
    if (report.rejectedFile() != null) {
      rows.put(say("不合格行（原样）", "Rejected rows as delivered"), report.rejectedFile());
    }
    if (report.issuesFile() != null) {
      rows.put(say("全部问题", "All issues"), report.issuesFile());
    }
    if (report.repairedFile() != null) {
      rows.put(say("图形修补建议（未采用）", "Offered repairs (not used)"), report.repairedFile());
    }
    return FactTable.table(rows);
  }

  private Html mapping() {
    Html html = FactTable.table(new LinkedHashMap<>(report.mapping()));
    if (!report.ignoredColumns().isEmpty()) {
      html.leaf(
          "p",
          say("未导入的列：", "Columns not imported: ") + String.join(", ", report.ignoredColumns()),
          "class",
          "quiet");
    }
    return html;
  }

  private Html changes() {
    Html html = table(say("编码", "Code"), say("变动", "Change"), say("由 → 到", "From → to"));
    for (RowChange change : report.changes()) {
      String what =
          change.fields().entrySet().stream()
              .map(f -> f.getKey() + ": " + f.getValue().from() + " → " + f.getValue().to())
              .collect(Collectors.joining("; "));
      String moved =
          change.movedM() == null ? "" : say("移动 ", "moved ") + Figures.distance(change.movedM());
      row(html, change.code(), kind(change.change()), what + (what.isEmpty() ? "" : " ") + moved);
    }
    return html.close().close();
  }

  private String kind(String change) {
    return switch (change) {
      case "added" -> say("新增", "added");
      case "changed" -> say("更新", "changed");
      default -> say("删除", "removed");
    };
  }

  private Html groups() {
    Html html =
        table(
            say("字段", "Field"),
            say("原因（首例）", "Reason (of the first)"),
            say("次数", "Count"),
            say("首行", "First row"));
    for (IssueGroup group : report.issueGroups()) {
      row(
          html,
          Figures.orNone(group.field()),
          mark(group.severity()) + group.reason(),
          Figures.whole(group.count()),
          Figures.whole(group.firstRow()));
    }
    return html.close().close();
  }

  private Html issues() {
    Html html =
        table(
            say("行", "Row"),
            say("字段", "Field"),
            say("值", "Value"),
            say("原因", "Reason"),
            say("办法", "Remedy"));
    for (Issue issue : report.issues().stream().limit(SHOWN_ISSUES).toList()) {
      row(
          html,
          issue.row() == 0 ? say("全文件", "file") : Figures.whole(issue.row()),
          Figures.orNone(issue.field()),
          issue.value(),
          mark(issue.severity()) + issue.reason(),
          issue.remedy());
    }
    html.close().close();
    long more =
        report.errors() + report.warnings() - Math.min(SHOWN_ISSUES, report.issues().size());
    if (more > 0) {
      html.leaf("p", say("另有 ", "and more: ") + Figures.whole(more), "class", "quiet");
    }
    return html;
  }

  private String mark(Severity severity) {
    return severity == Severity.ERROR ? "" : say("［提示］", "[warning] ");
  }

  private static Html table(String... headings) {
    Html html = new Html();
    html.open("table", "class", "list").open("thead").open("tr");
    for (String heading : headings) {
      html.leaf("th", heading);
    }
    return html.close().close().open("tbody");
  }

  private static void row(Html html, String... cells) {
    html.open("tr");
    for (String cell : cells) {
      html.leaf("td", cell);
    }
    html.close();
  }

  private static Html section(String title, Html content) {
    Html html = new Html();
    html.open("section").leaf("h2", title).add(content);
    return html.close();
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
