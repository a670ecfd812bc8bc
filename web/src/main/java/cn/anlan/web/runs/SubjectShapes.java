package cn.anlan.web.runs;

import cn.anlan.data.survey.SiteKey;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.data.survey.SurveyedBoundary;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The subjects of the later version with the boundaries they are judged by. */
final class SubjectShapes {
  private final Generation generation;
  private final Map<SiteKey, SurveyedBoundary> surveyed;
  private final Set<SiteKey> surveyedAnew;

  SubjectShapes(
      Generation generation,
      Map<SiteKey, SurveyedBoundary> surveyed,
      SurveyStore surveys,
      long from,
      long to) {
    this.generation = generation;
    this.surveyed = surveyed;
    this.surveyedAnew = surveys.changedBetween(from, to);
  }

  /** The ids of a layer's subjects whose survey in force is another one. */
  Set<Long> surveyedAnew(String layer) {
    Set<Long> ids = new HashSet<>();
    LayerSnapshot snapshot = generation.get(layer);
    Query all = Query.on(snapshot, Scope.wholeProvince("runs"));
    for (SiteKey site : surveyedAnew) {
      if (site.layer().equals(layer)) {
        all.findRow(site.code()).ifPresent(row -> ids.add(snapshot.id(row)));
      }
    }
    return ids;
  }

  /** Adds the subjects that a changed shape may concern. */
  void addWithin(RuleReads reads, ChangedShapes changed, Reaches.OfRule reaches, Set<Long> ids) {
    LayerSnapshot layer = generation.get(reads.subjects());
    for (int row : layer.rows().toArray()) {
      long id = layer.id(row);
      if (!ids.contains(id) && isConcerned(layer, row, reads, changed, reaches)) {
        ids.add(id);
      }
    }
  }

  private boolean isConcerned(
      LayerSnapshot layer,
      int row,
      RuleReads reads,
      ChangedShapes changed,
      Reaches.OfRule reaches) {
    SurveyedBoundary survey =
        surveyed.isEmpty()
            ? null
            : surveyed.get(new SiteKey(layer.layer(), layer.text("code", row)));
    Envelope envelope =
        survey == null ? layer.envelope(row) : survey.geometry().getEnvelopeInternal();
    if (envelope.isNull()) {
      return false;
    }
    double sigmaM = survey == null ? layer.number("sigma_m", row) : survey.sigmaM();
    double ruleM = reads.distanceM() + (Double.isNaN(sigmaM) ? 0 : sigmaM);
    long id = layer.id(row);
    try {
      return changed.mayReach(
          envelope,
          () -> geometry(layer, row, survey),
          ruleM,
          target -> reaches.metres(id, target));
    } catch (UserFault unusable) {
      // The engine says what is wrong with such a geometry.
      return true;
    }
  }

  private static Geometry geometry(LayerSnapshot layer, int row, SurveyedBoundary survey) {
    return survey == null ? layer.findGeometry(row).orElseThrow() : survey.geometry();
  }
}
