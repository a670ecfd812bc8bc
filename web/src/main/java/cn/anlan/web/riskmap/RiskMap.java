package cn.anlan.web.riskmap;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.Explanation;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.AssessmentQuestion;
import cn.anlan.web.assessment.Assessments;
import cn.anlan.web.riskmap.Regions.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The regions that a map draws with their grades. A unit without an outline of its own (a new
 * district on old maps, a functional zone) has a grade of its own too, and is named with the region
 * that it is drawn in.
 */
@Component
class RiskMap {
  /**
   * One drawn region.
   *
   * @param explanation colour, score, main reasons
   */
  record Graded(Region region, RegionGrade grade, List<Text> explanation) {}

  /**
   * @param unplaced hazards and accidents that belong to no region of the level
   * @param notDrawn units with a grade of their own and no outline
   * @param cutOff last day that the ledgers tell of; null for none
   */
  record Result(
      ModelFiles files,
      LocalDate asOf,
      LocalDate cutOff,
      boolean isDemo,
      List<Graded> regions,
      List<RegionGrade> notDrawn,
      int unplaced) {}

  private final Assessments assessments;

  RiskMap(Assessments assessments) {
    this.assessments = assessments;
  }

  /**
   * @param asOf null for the last day that the ledgers tell of
   */
  Result assess(Generation generation, Scope scope, AssessmentQuestion question, LocalDate asOf) {
    Assessment assessment = assessments.on(generation, asOf);
    Assessment.Course course = assessment.course(question.level(), question.sector());
    Explanation explanation = new Explanation(assessment, course);
    Map<String, RegionGrade> grades = new HashMap<>();
    course.last().forEach(grade -> grades.put(grade.facts().code(), grade));
    List<Graded> regions = new ArrayList<>();
    for (Region region :
        new Regions(generation.get("region"), scope, question.level().word(), assessment.asOf())
            .valid()) {
      RegionGrade grade = grades.remove(region.code());
      if (grade != null) {
        regions.add(new Graded(region, grade, explanation.sentences(grade)));
      }
    }
    return new Result(
        assessment.files(),
        assessment.asOf(),
        assessment.facts().dataCutOff(assessment.asOf()),
        assessment.facts().isDemo(),
        regions,
        course.last().stream().filter(g -> grades.containsKey(g.facts().code())).toList(),
        course.lastRows().unplacedHazards() + course.lastRows().unplacedAccidents());
  }
}
