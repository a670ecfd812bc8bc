package cn.anlan.web.runs;

import cn.anlan.data.runs.RunDifference.Move;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import cn.anlan.web.runs.RunComparison.Difference;
import cn.anlan.web.runs.RunComparison.Entry;
import java.util.stream.Collectors;

/**
 * The difference of two runs for printing: what they were, the counts, and each change with why.
 */
final class DifferencePage {
  /** More changes than this nobody reads on paper; the page says how many there are. */
  static final int LISTED = 1_000;

  private final Language language;
  private final Difference difference;

  DifferencePage(Language language, Difference difference) {
    this.language = language;
    this.difference = difference;
  }

  String document() {
    StoredRun before = difference.before();
    StoredRun after = difference.after();
    Html body = new Html();
    runs(body, before, after);
    counts(body);
    changes(body);
    String title =
        language.of(
            "核查 %d 与 %d 的差异".formatted(before.id(), after.id()),
            "What differs between runs %d and %d".formatted(before.id(), after.id()));
    String other =
        "run-diff?before=%d&after=%d&lang=%s"
            .formatted(before.id(), after.id(), language.other().code());
    return new PrintPage(language, title, other, false, body).document();
  }

  private void runs(Html body, StoredRun before, StoredRun after) {
    body.open("section").leaf("h2", language.of("两次核查", "The two runs"));
    body.open("table").open("tbody");
    row(body, language.of("编号", "Run"), before.id(), after.id());
    row(body, language.of("时刻", "Stored at"), before.createdAt(), after.createdAt());
    row(body, language.of("数据版本", "Data version"), before.dataVersion(), after.dataVersion());
    row(body, language.of("日期", "As of"), before.asOf(), after.asOf());
    row(body, language.of("程序", "Program"), before.programVersion(), after.programVersion());
    row(body, language.of("结论数", "Findings"), before.findings(), after.findings());
    row(
        body,
        language.of("结论摘要", "Digest of findings"),
        before.findingsHash(),
        after.findingsHash());
    body.close().close().close();
  }

  private void counts(Html body) {
    body.open("section").leaf("h2", language.of("改变的结论", "Verdicts that changed"));
    body.open("table").open("thead").open("tr");
    head(body, language.of("原", "Before"), language.of("今", "After"), language.of("数", "Count"));
    body.close().close().open("tbody");
    for (Move move : difference.totals().moves()) {
      row(body, Figures.orNone(move.before()), Figures.orNone(move.after()), move.count());
    }
    body.close().close();
    body.leaf(
        "p",
        language
            .of("结论相同 %d，其中数值有变 %d", "%d verdicts are the same; of %d the figures differ")
            .formatted(
                difference.totals().same() + difference.totals().remeasured(),
                difference.totals().remeasured()));
    body.close();
  }

  private void changes(Html body) {
    body.open("section").leaf("h2", language.of("逐项", "One by one"));
    if (difference.next() != null) {
      body.leaf(
          "p", language.of("只列前 " + LISTED + " 项", "Only the first " + LISTED + " are listed"));
    }
    body.open("table").open("thead").open("tr");
    head(
        body,
        language.of("规则", "Rule"),
        language.of("场址", "Site"),
        language.of("原", "Before"),
        language.of("今", "After"),
        language.of("原因", "Why"));
    body.close().close().open("tbody");
    for (Entry entry : difference.changes()) {
      row(
          body,
          entry.rule(),
          entry.code() + (entry.name() == null ? "" : " " + entry.name()),
          side(entry.before()),
          side(entry.after()),
          entry.causes().stream().map(this::cause).collect(Collectors.joining("; ")));
    }
    body.close().close().close();
  }

  private String cause(Cause cause) {
    String text = language.of(cause.zh(), cause.en());
    return cause.what() == null ? text : text + " (" + cause.what() + ")";
  }

  private static String side(Side side) {
    if (side == null) {
      return Figures.orNone(null);
    }
    String verdict =
        side.underlyingVerdict() == null
            ? side.verdict()
            : side.verdict() + " (" + side.underlyingVerdict() + ")";
    return side.distanceM() == null ? verdict : verdict + " " + Figures.metres(side.distanceM());
  }

  private static void head(Html body, String... cells) {
    for (String cell : cells) {
      body.leaf("th", cell);
    }
  }

  private static void row(Html body, Object... cells) {
    body.open("tr");
    for (Object cell : cells) {
      body.leaf("td", cell);
    }
    body.close();
  }
}
