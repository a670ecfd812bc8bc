package cn.anlan.web.hotspots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.web.hotspots.CountyUnits.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps an answer as rows of its method's layer (hotspot_cell, kernel_density, local_moran), so
 * that it is mapped, tiled and exported like any layer. The rows of one question (layer, method,
 * units, value, filter) are replaced as a whole; the day is not part of it, so that the map shows
 * the latest, and the layer's history what was shown before.
 */
final class StoredHotspots {
  /** The layer that shows all units, so that the map has no holes. */
  private static final String EVERY_UNIT = "local_moran";

  private StoredHotspots() {}

  /**
   * @throws UserFault where the method has no layer, or the events may not be shown as widely as
   *     the layer
   */
  static ResultRows.Outcome store(
      Database database, Layer subject, HotspotResult result, String author) {
    String layer = layer(result.manifest().method());
    if (subject.disclosure() == Disclosure.RESTRICTED) {
      throw new UserFault(
          "图层 " + subject.id() + " 涉密级别高于结果图层，不能存为图层 (restricted: its hot spots are not stored)",
          "只看不存 (look at them without --store)");
    }
    String runKey = runKey(result.manifest());
    List<Row> rows = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.isFinding() || layer.equals(EVERY_UNIT)) {
        rows.add(row(finding, result, runKey));
      }
    }
    return ResultRows.replace(database, layer, runKey, rows, author, "热点分析 (hot spots) " + runKey);
  }

  private static String layer(String method) {
    return switch (Method.get(method)) {
      case GI -> "hotspot_cell";
      case KDE -> "kernel_density";
      case LOCAL_MORAN -> EVERY_UNIT;
      case MORAN ->
          throw new UserFault(
              "全局莫兰指数只是一个数，不能存为图层 (one figure, no layer)", "取 (take) gi, kde, local_moran");
    };
  }

  private static String runKey(HotspotAnswer.Manifest m) {
    String cell = m.cellM() == null ? "" : "-" + Math.round(m.cellM());
    String filter = m.filter() == null ? "" : "/" + Integer.toHexString(m.filter().hashCode());
    String per = m.per() == null ? "" : "/" + m.per();
    return m.layer() + "/" + m.method() + "/" + m.units() + cell + "/" + m.value() + per + filter;
  }

  private static Row row(Finding finding, HotspotResult result, String runKey) {
    HotspotAnswer.Manifest manifest = result.manifest();
    Place place = result.place(finding);
    Map<String, Object> values = new HashMap<>();
    values.put(ResultRows.RUN_KEY, runKey);
    values.put("subject", manifest.layer());
    values.put("name", place.name());
    values.put("county_code", place.code());
    values.put("events", (long) manifest.events());
    values.put("data_cut_off", manifest.dataCutOff());
    values.put("parameters", parameters(manifest));
    values.put("filter", manifest.filter());
    values.put("is_demo", manifest.isDemo());
    switch (Method.get(manifest.method())) {
      case KDE -> {
        values.put("band", finding.verdict());
        values.put("density_per_km2", finding.densityPerKm2());
      }
      case GI -> {
        values.put("verdict", finding.verdict());
        tested(finding, values);
      }
      default -> {
        values.put("cluster", finding.verdict());
        values.put("rate_per_100k", finding.ratePer100k());
        values.put("statistic", finding.statistic());
        tested(finding, values);
      }
    }
    return new Row(runKey + "/" + finding.code(), values, result.units().outline(finding.unit()));
  }

  private static void tested(Finding finding, Map<String, Object> values) {
    values.put("value", finding.value());
    values.put("z", finding.z());
    values.put("p", finding.p());
    values.put("q", finding.q());
  }

  private static String parameters(HotspotAnswer.Manifest m) {
    StringBuilder text = new StringBuilder(m.version()).append(" · ").append(m.units());
    if (m.cellM() != null) {
      text.append(String.format(Locale.ROOT, " %.0f m", m.cellM()));
    }
    if (m.bandwidthM() != null) {
      text.append(String.format(Locale.ROOT, " · 带宽 band %.0f m", m.bandwidthM()));
    }
    if (m.kernel() != null) {
      text.append(" · ").append(m.kernel()).append(m.adaptive() ? " adaptive" : "");
    }
    if (m.permutations() != null) {
      text.append(" · 置换 permutations ").append(m.permutations());
    }
    return text.append(" · ").append(m.value()).toString();
  }
}
