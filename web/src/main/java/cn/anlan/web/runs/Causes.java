package cn.anlan.web.runs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.LayerChanges.Change;
import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.data.survey.SiteKey;
import cn.anlan.data.survey.SurveyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Why verdicts differ between two states of data, rules and day: from the history of the site and
 * of what was measured to, the surveys decided in between, the rules and the calendar. All causes
 * that hold are named; which of them decided is not weighed.
 */
public final class Causes {
  private final Catalog catalog;
  private final LayerChanges changes;
  private final Basis before;
  private final Basis after;
  private final Set<SiteKey> surveyed;
  private final Map<String, Map<Long, Change>> byLayer = new HashMap<>();

  /** Differences between {@code before} and {@code after}, whichever is the earlier version. */
  public Causes(
      Catalog catalog, LayerChanges changes, SurveyStore surveys, Basis before, Basis after) {
    this.catalog = catalog;
    this.changes = changes;
    this.before = before;
    this.after = after;
    this.surveyed = surveys.changedBetween(before.dataVersion(), after.dataVersion());
  }

  /**
   * @param was null where there was no finding; {@code is} where there no longer is one
   */
  public List<Cause> explain(String rule, String layer, String code, Side was, Side is) {
    List<Cause> causes = new ArrayList<>();
    addSite(layer, code, was, is, causes);
    return with(causes, rule, layer, was, is);
  }

  /** As the other, of a site that is drawn, not stored: it never changes. */
  public List<Cause> explainDrawn(String rule, String layer, Side was, Side is) {
    return with(new ArrayList<>(), rule, layer, was, is);
  }

  private List<Cause> with(List<Cause> causes, String rule, String layer, Side was, Side is) {
    addRule(rule, layer, causes);
    addTargets(was, is, causes);
    addCoverage(was, is, causes);
    if (causes.isEmpty() && !before.asOf().equals(after.asOf())) {
      causes.add(cause("as_of", "日期不同", "another day", before.asOf() + " → " + after.asOf()));
    }
    if (causes.isEmpty() && !before.programVersion().equals(after.programVersion())) {
      causes.add(
          cause(
              "program",
              "程序版本不同",
              "another program",
              before.programVersion() + " → " + after.programVersion()));
    }
    if (causes.isEmpty() && before.dataVersion() != after.dataVersion()) {
      causes.add(cause("other_data", "周围其他数据变动", "other data in reach changed", null));
    }
    return causes;
  }

  private void addRule(String id, String layer, List<Cause> causes) {
    RuleState was = before.rule(id, layer);
    RuleState is = after.rule(id, layer);
    if (was == null || is == null) {
      if (was != is) {
        causes.add(
            was == null
                ? cause("rule_added", "新增规则", "rule added", id)
                : cause("rule_removed", "规则已撤", "rule removed", id));
      }
      return;
    }
    if (was.inForce() != is.inForce()) {
      causes.add(
          is.inForce()
              ? cause("rule_in_force", "规则开始施行", "rule came into force", id)
              : cause("rule_expired", "规则失效", "rule expired", id));
    }
    if (!was.version().equals(is.version())) {
      causes.add(
          cause(
              "rule_version",
              "规则版本不同",
              "another version of the rule",
              id + " " + was.version() + " → " + is.version()));
    } else if (!was.digest().equals(is.digest())) {
      causes.add(cause("rule_edited", "规则内容改动而版本未改", "rule edited, version kept", id));
    }
  }

  private void addSite(String layer, String code, Side was, Side is, List<Cause> causes) {
    if (surveyed.contains(new SiteKey(layer, code))) {
      causes.add(cause("survey", "实测界址采用或撤销", "survey accepted or revoked", code));
    }
    Change change = site(layer, code, was, is);
    if (change == null) {
      return;
    }
    if (change.before() == null || change.after() == null) {
      causes.add(
          change.before() == null
              ? cause("site_added", "场址新增", "site added", code)
              : cause("site_removed", "场址删除", "site removed", code));
      return;
    }
    if (change.moved()) {
      causes.add(cause("site_moved", "场址图形改动", "site moved or redrawn", code));
    }
    if (!change.fields().isEmpty()) {
      causes.add(
          cause(
              "site_attributes",
              "场址属性改动",
              "site's attributes changed",
              String.join(", ", change.fields())));
    }
  }

  private Change site(String layer, String code, Side was, Side is) {
    Side known = is == null ? was : is;
    if (catalog.findLayer(layer).isEmpty()) {
      return null;
    }
    if (known != null && known.subjectId() > 0) {
      return changed(layer).get(known.subjectId());
    }
    return changed(layer).values().stream()
        .filter(c -> code.equals(c.code()))
        .findFirst()
        .orElse(null);
  }

  private void addTargets(Side was, Side is, List<Cause> causes) {
    boolean same =
        was != null
            && is != null
            && Objects.equals(was.targetLayer(), is.targetLayer())
            && Objects.equals(was.targetId(), is.targetId());
    addTarget(was, causes);
    if (!same) {
      addTarget(is, causes);
    }
  }

  private void addTarget(Side side, List<Cause> causes) {
    if (side == null
        || side.targetId() == null
        || catalog.findLayer(side.targetLayer()).isEmpty()) {
      return;
    }
    Change change = changed(side.targetLayer()).get(side.targetId());
    if (change == null) {
      return;
    }
    String what = side.targetLayer() + " " + change.code();
    if (change.before() == null) {
      causes.add(cause("target_added", "目标新增", "target added", what));
    } else if (change.after() == null) {
      causes.add(cause("target_removed", "目标删除", "target removed", what));
    } else {
      causes.add(
          cause(
              "target_revised",
              change.moved() ? "目标图形修订" : "目标属性改动",
              change.moved() ? "target redrawn" : "target's attributes changed",
              change.fields().isEmpty() ? what : what + ": " + String.join(", ", change.fields())));
    }
  }

  /** Only a PASS asks for coverage. */
  private void addCoverage(Side was, Side is, List<Cause> causes) {
    boolean asked =
        was != null
            && is != null
            && Set.of(was.verdict(), is.verdict()).equals(Set.of("PASS", "NOT_ASSESSABLE"));
    if (asked && !changed(RuleReads.COVERAGE).isEmpty()) {
      causes.add(cause("coverage", "资料完整范围改动", "declared coverage changed", null));
    }
  }

  /** The rows that differ, seen from before to after. */
  private Map<Long, Change> changed(String layer) {
    return byLayer.computeIfAbsent(
        layer,
        id -> {
          boolean forward = before.dataVersion() <= after.dataVersion();
          long from = Math.min(before.dataVersion(), after.dataVersion());
          long to = Math.max(before.dataVersion(), after.dataVersion());
          Map<Long, Change> rows = new HashMap<>();
          for (Change c : changes.between(catalog.getLayer(id), from, to, List.of())) {
            rows.put(
                c.id(),
                forward
                    ? c
                    : new Change(c.id(), c.code(), c.after(), c.before(), c.moved(), c.fields()));
          }
          return rows;
        });
  }

  private static Cause cause(String code, String zh, String en, String what) {
    return new Cause(code, zh, en, what);
  }
}
