package cn.anlan.web.riskmap;

import cn.anlan.analytics.assessment.RegionCounts;
import cn.anlan.analytics.assessment.RegionalAssessment;
import cn.anlan.analytics.assessment.RegionalGrade;
import cn.anlan.analytics.assessment.RegionalModel;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.riskmap.Regions.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Grades every region of a level from the risk points it holds. */
@Component
class RiskMap {
  /**
   * One region's colour and where it came from.
   *
   * @param isDemo whether any counted risk point is invented
   */
  record Graded(Region region, RegionalGrade grade, int[] byLevel, boolean isDemo) {}

  /**
   * @param unplaced risk points whose declared code belongs to no region of this level
   */
  record Result(RegionalModel model, List<Graded> regions, int unplaced) {}

  private final RegionalModel model = RegionalModel.shipped();
  private final RegionalAssessment assessment = new RegionalAssessment(model);

  Result assess(Generation generation, Scope scope, String adminLevel, LocalDate asOf) {
    Regions regions = new Regions(generation.get("region"), scope, adminLevel, asOf);
    LayerSnapshot points = generation.get("risk_point");
    Map<String, int[]> counts = new HashMap<>();
    Map<String, Boolean> demo = new HashMap<>();
    int[] unplaced = new int[1];
    Query.on(points, scope)
        .rows()
        .forEach(
            (int row) -> {
              Region region = regions.find(points.text("county_code", row));
              if (region == null) {
                unplaced[0]++;
                return;
              }
              int level = ((Long) points.value("level", row)).intValue();
              counts.computeIfAbsent(region.code(), c -> new int[4])[level - 1]++;
              if (Boolean.TRUE.equals(points.value("is_demo", row))) {
                demo.put(region.code(), true);
              }
            });
    List<RegionCounts> inputs =
        regions.valid().stream()
            .map(
                r ->
                    new RegionCounts(
                        r.code(), r.population(), counts.getOrDefault(r.code(), new int[4])))
            .toList();
    List<RegionalGrade> grades = assessment.grade(inputs);
    List<Graded> graded = new ArrayList<>();
    for (int i = 0; i < grades.size(); i++) {
      Region region = regions.valid().get(i);
      graded.add(
          new Graded(
              region, grades.get(i), inputs.get(i).byLevel(), demo.containsKey(region.code())));
    }
    return new Result(model, graded, unplaced[0]);
  }
}
