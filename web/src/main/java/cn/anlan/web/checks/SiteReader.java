package cn.anlan.web.checks;

import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** The stored sites that a rule is asked of, as the engine takes them. */
final class SiteReader {
  private static final String PROJECT_TYPE = "project_type";
  private static final String APPROVAL_DATE = "approval_date";

  private final Rule rule;
  private final LayerSnapshot layer;
  private final Province province;
  private final Set<String> columns;
  private final String since;

  private SiteReader(Rule rule, LayerSnapshot layer, Province province) {
    this.rule = rule;
    this.layer = layer;
    this.province = province;
    this.columns = layer.columns().stream().map(ColumnSpec::name).collect(Collectors.toSet());
    String named = rule.subject().since();
    this.since = named == null && columns.contains(APPROVAL_DATE) ? APPROVAL_DATE : named;
  }

  /**
   * @param sites those wanted that the rule's filter does not leave out
   * @param all how many the scope lets be seen
   */
  record Stored(List<Site> sites, int all) {}

  static Stored read(
      Rule rule, LayerSnapshot layer, Scope scope, Province province, IntPredicate wanted) {
    SiteReader reader = new SiteReader(rule, layer, province);
    List<Site> sites = new ArrayList<>();
    int[] all = {0};
    Query.on(layer, scope)
        .rows()
        .forEach(
            (int row) -> {
              all[0]++;
              if (wanted.test(row) && reader.isMeant(row)) {
                sites.add(reader.site(row));
              }
            });
    return new Stored(sites, all[0]);
  }

  private boolean isMeant(int row) {
    return Condition.test(rule.subject().filter(), attributes(row)) != Logic.FALSE;
  }

  private Site site(int row) {
    Geometry geometry = layer.findGeometry(row).orElse(null);
    double sigmaM = layer.number("sigma_m", row);
    return new Site(
        layer.id(row),
        String.valueOf(layer.value(rule.subject().codeField(), row)),
        columns.contains("name") ? layer.text("name", row) : null,
        layer.layer(),
        geometry,
        columns.contains(PROJECT_TYPE)
            ? layer.text(PROJECT_TYPE, row)
            : ProjectType.EXISTING.code(),
        since(row),
        Double.isNaN(sigmaM) ? null : sigmaM,
        false,
        Boolean.TRUE.equals(layer.value("is_demo", row)),
        layer.text("source_crs", row) != null,
        geometry != null && province.isOutside(geometry),
        attributes(row));
  }

  private Attributes attributes(int row) {
    return field ->
        LayerSnapshot.GEOMETRY.equals(field)
            ? layer.findGeometry(row).orElse(null)
            : layer.value(field, row);
  }

  /** A year counts from its last day, so that nobody is grandfathered by a guess. */
  private LocalDate since(int row) {
    Object value = since == null ? null : layer.value(since, row);
    return value instanceof Long year
        ? LocalDate.of(Math.toIntExact(year), 12, 31)
        : (LocalDate) value;
  }
}
