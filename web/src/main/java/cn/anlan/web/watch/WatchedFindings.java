package cn.anlan.web.watch;

import cn.anlan.data.watch.Watch;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.checks.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The findings of several watches, from one pass over stored sites and one over drawn ones. */
final class WatchedFindings {
  private static final Scope ALL = Scope.wholeProvince("watches");

  private final Generation generation;
  private final List<Rule> rules;
  private final Map<Long, Map<String, Set<Long>>> stored = new HashMap<>();
  private final Map<String, Map<Long, List<Finding>>> byLayer = new HashMap<>();
  private final Map<Long, List<Finding>> drawn = new HashMap<>();

  private WatchedFindings(Generation generation, List<Rule> rules) {
    this.generation = generation;
    this.rules = rules;
  }

  static WatchedFindings of(
      List<Watch> watches, CheckRun checks, Generation generation, LocalDate asOf) {
    WatchedFindings found = new WatchedFindings(generation, checks.rules(List.of(), asOf));
    found.checkStored(watches, checks, asOf);
    found.checkDrawn(watches, checks, asOf);
    return found;
  }

  /** The findings of what a watch is on, under the rules that it names. */
  List<Finding> of(Watch watch) {
    List<Finding> findings = new ArrayList<>();
    if (watch.kind().equals(Watch.SITE)) {
      findings.addAll(drawn.getOrDefault(watch.id(), List.of()));
    } else {
      stored
          .get(watch.id())
          .forEach(
              (layer, ids) ->
                  ids.forEach(
                      id ->
                          findings.addAll(
                              byLayer.getOrDefault(layer, Map.of()).getOrDefault(id, List.of()))));
    }
    findings.removeIf(f -> !watch.rules().isEmpty() && !watch.rules().contains(f.rule()));
    return findings;
  }

  /** The business key of a finding's subject. */
  String code(Watch watch, Finding finding) {
    if (watch.kind().equals(Watch.SITE)) {
      return finding.subjectCode();
    }
    LayerSnapshot layer = generation.get(finding.subjectLayer());
    return Query.on(layer, ALL)
        .findRow(finding.subjectId())
        .map(row -> layer.text(LayerSnapshot.CODE, row))
        .orElse(finding.subjectCode());
  }

  private void checkStored(List<Watch> watches, CheckRun checks, LocalDate asOf) {
    Map<String, Set<Long>> wanted = new HashMap<>();
    for (Watch watch : watches) {
      if (!watch.kind().equals(Watch.SITE)) {
        Map<String, Set<Long>> ids = ids(watch);
        stored.put(watch.id(), ids);
        ids.forEach((l, i) -> wanted.computeIfAbsent(l, key -> new HashSet<>()).addAll(i));
      }
    }
    List<String> ruleIds =
        rules.stream()
            .filter(r -> !wanted.getOrDefault(r.subject().layer(), Set.of()).isEmpty())
            .map(Rule::id)
            .toList();
    if (ruleIds.isEmpty()) {
      return;
    }
    checks
        .stored(
            generation,
            ALL,
            ruleIds,
            asOf,
            (rule, layer) -> {
              // A rule's id stands for all the layers that it binds, watched or not.
              Set<Long> ids = wanted.getOrDefault(layer.layer(), Set.of());
              return row -> ids.contains(layer.id(row));
            })
        .findings()
        .forEach(
            f ->
                byLayer
                    .computeIfAbsent(f.subjectLayer(), key -> new HashMap<>())
                    .computeIfAbsent(f.subjectId(), key -> new ArrayList<>())
                    .add(f));
  }

  private Map<String, Set<Long>> ids(Watch watch) {
    Map<String, Set<Long>> ids = new HashMap<>();
    if (watch.kind().equals(Watch.SUBJECT)) {
      generation
          .find(watch.layer())
          .ifPresent(
              layer ->
                  Query.on(layer, ALL)
                      .findRow(watch.code())
                      .ifPresent(row -> ids.put(watch.layer(), Set.of(layer.id(row)))));
      return ids;
    }
    PreparedGeometry area = PreparedGeometryFactory.prepare(watch.geometry());
    rules.stream()
        .map(r -> r.subject().layer())
        .distinct()
        .filter(layer -> watch.layer() == null || watch.layer().equals(layer))
        .forEach(layer -> ids.put(layer, within(area, generation.get(layer))));
    return ids;
  }

  private static Set<Long> within(PreparedGeometry area, LayerSnapshot layer) {
    Envelope e = area.getGeometry().getEnvelopeInternal();
    Set<Long> ids = new HashSet<>();
    Query.on(layer, ALL)
        .envelope(new Box(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()))
        .rows()
        .forEach(
            (int row) -> {
              Geometry site = layer.findGeometry(row).orElseThrow();
              if (area.intersects(site)) {
                ids.add(layer.id(row));
              }
            });
    return ids;
  }

  /** A drawn site stands for one of the layer that its watch names. */
  private void checkDrawn(List<Watch> watches, CheckRun checks, LocalDate asOf) {
    Map<String, List<Watch>> sites = new HashMap<>();
    for (Watch watch : watches) {
      if (watch.kind().equals(Watch.SITE)) {
        sites.computeIfAbsent(watch.layer(), key -> new ArrayList<>()).add(watch);
      }
    }
    sites.forEach(
        (layer, drawnOnes) -> {
          List<String> ruleIds =
              rules.stream().filter(r -> r.subject().layer().equals(layer)).map(Rule::id).toList();
          if (!ruleIds.isEmpty()) {
            checks
                .proposals(
                    generation,
                    drawnOnes.stream().map(WatchedFindings::proposal).toList(),
                    ruleIds,
                    asOf)
                .findings()
                .forEach(
                    f -> drawn.computeIfAbsent(f.subjectId(), key -> new ArrayList<>()).add(f));
          }
        });
  }

  private static Proposal proposal(Watch watch) {
    return new Proposal(
        Math.toIntExact(watch.id()),
        "watch-" + watch.id(),
        watch.title(),
        watch.geometry(),
        watch.projectType(),
        watch.approvalDate(),
        watch.sigmaM(),
        watch.attributes() == null ? Map.of() : watch.attributes());
  }
}
