package cn.anlan.data.export.metadata;

import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.plan.Loss;
import cn.anlan.data.export.request.Release;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.text.Text;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file says of itself: source, data version, datum, accuracy, filter, licence, disclosure
 * class, whether invented rows are among them, and what its format cannot carry.
 *
 * @param facts of the rows written; null where they were not known yet
 */
public record Metadata(ExportPlan plan, long dataVersion, OffsetDateTime exportedAt, Facts facts) {
  /** What invented rows are called wherever they appear. */
  public static final String DEMO = "示例数据";

  /** One line of it. */
  public record Item(Text label, String value) {}

  /**
   * @param facts of the rows written; null where they are not known yet
   */
  public static Metadata of(ExportPlan plan, long dataVersion, Facts facts) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);
    return new Metadata(plan, dataVersion, now, facts);
  }

  /** The most important in one line. */
  public String line() {
    return plan.layer().title().zh()
        + " ("
        + plan.layer().id()
        + ")。数据版本 (data version) "
        + dataVersion
        + "，坐标系 (CRS) "
        + plan.crs().code()
        + "，公开级别 (disclosure) "
        + Release.title(disclosure()).zh()
        + (demoRows() > 0
            ? "。含" + DEMO + "，为虚构，不得作为依据 (contains invented demonstration data)"
            : "");
  }

  /** All of it, label by label, for people. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    add(
        items,
        "图层",
        "Layer",
        plan.layer().title().zh()
            + " "
            + plan.layer().title().en()
            + " ("
            + plan.layer().id()
            + ")");
    add(
        items,
        "内容",
        "Description",
        plan.layer().description().zh() + " / " + plan.layer().description().en());
    add(items, DEMO, "Demonstration data", demo());
    add(items, "公开级别", "Disclosure class", both(Release.title(disclosure())));
    plan.request().release().reason().ifPresent(r -> add(items, "导出理由", "Reason", r));
    add(items, "数据版本", "Data version", Long.toString(dataVersion));
    add(items, "导出时间", "Exported at", exportedAt.toString());
    add(items, "筛选", "Filter", filter());
    add(items, "坐标系", "Coordinate system", crs());
    if (facts != null) {
      add(items, "行数", "Rows", Long.toString(facts.rows()));
      add(items, "位置精度", "Accuracy", accuracy());
      add(items, "来源", "Sources", String.join("；", sources()));
      add(items, "许可", "Licence", String.join("；", licences()));
    }
    if (disclosure() == Disclosure.PUBLIC) {
      add(
          items,
          "地图审核",
          "Map review",
          "公开使用前须按《地图管理条例》送审并取得审图号 (a public map needs its review number first)");
    }
    losses().forEach(l -> add(items, "本格式的限制", "Limits of the format", both(l)));
    plan.warnings().forEach(w -> add(items, "注意", "Note", w));
    return items;
  }

  /** The file's class: that of its layer, or restricted where it was exported as such. */
  public Disclosure disclosure() {
    Disclosure audience = plan.request().release().audience();
    Disclosure own = plan.layer().disclosure();
    // A public layer stays public also where the office exports it for itself.
    return audience == Disclosure.RESTRICTED ? audience : own;
  }

  /** What the format cannot carry of these rows. */
  public List<Text> losses() {
    return Loss.of(plan).stream().map(Loss::text).toList();
  }

  /** Invented rows; 0 where the rows are not known yet. */
  public long demoRows() {
    return facts == null ? 0 : facts.demoRows();
  }

  String crs() {
    if (!plan.layer().hasGeometry()) {
      return "无图形 (no geometry)";
    }
    String axes = plan.crs().isDegrees() ? "经度、纬度，度 (lon, lat, degrees)" : "东、北，米 (east, north, m)";
    String heights = plan.hasHeights() ? "；高程 1985 国家高程基准，米 (heights in m, EPSG:5737)" : "";
    return plan.crs().code() + " " + plan.crs().title() + "；" + axes + heights;
  }

  String filter() {
    String words = plan.request().selection().words();
    return words.isEmpty() ? "全部 (all rows)" : words;
  }

  String accuracy() {
    if (facts.withoutSigma() == facts.rows()) {
      return "未注明 (not stated)";
    }
    String missing =
        facts.withoutSigma() == 0 ? "" : "；" + facts.withoutSigma() + " 行未注明 (rows not stated)";
    String least = number(facts.leastSigmaM());
    String greatest = number(facts.greatestSigmaM());
    return "位置中误差 (one standard deviation) "
        + (least.equals(greatest) ? least : least + "–" + greatest)
        + " m"
        + missing;
  }

  /** Where the rows come from, with their numbers. To be asked only where the facts are known. */
  public List<String> sources() {
    List<String> all = new ArrayList<>();
    facts.sources().forEach((source, rows) -> all.add(source + " (" + rows[0] + ")"));
    if (facts.ofOtherSources() > 0) {
      all.add("其他来源 others (" + facts.ofOtherSources() + ")");
    }
    if (facts.withoutSource() > 0) {
      all.add("未注明 not stated (" + facts.withoutSource() + ")");
    }
    return all;
  }

  /** The terms of these sources, each once. To be asked only where the facts are known. */
  public List<String> licences() {
    Set<Text> terms = new LinkedHashSet<>();
    facts.sources().keySet().forEach(s -> terms.add(Licences.of(s)));
    if (facts.ofOtherSources() + facts.withoutSource() > 0 && facts.demoRows() < facts.rows()) {
      terms.add(Licences.of(null));
    }
    if (facts.demoRows() > 0) {
      terms.add(Licences.ofDemo());
    }
    return terms.stream().map(Metadata::both).toList();
  }

  /** What columns are called where that is not their name. */
  public Map<String, String> fieldNames() {
    return plan.columns().stream()
        .filter(c -> !c.name().equals(c.heading()))
        .collect(Collectors.toMap(Column::name, Column::heading));
  }

  /** Chinese first, English beside. */
  public static String both(Text text) {
    return text.zh() + " / " + text.en();
  }

  private String demo() {
    if (facts == null) {
      return "见各行的 is_demo (see is_demo of each row)";
    }
    return facts.demoRows() == 0
        ? "无 (none)"
        : facts.demoRows() + " 行为虚构的示例数据，不得作为依据 (invented rows, no basis for decisions)";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static void add(List<Item> items, String zh, String en, String value) {
    items.add(new Item(new Text(zh, en), value));
  }
}
