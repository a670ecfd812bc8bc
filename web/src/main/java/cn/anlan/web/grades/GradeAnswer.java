package cn.anlan.web.grades;

import cn.anlan.analytics.grade.explain.GradeExplanation;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * The grades of one stored thing. The names of the components are the names in JSON.
 *
 * @param grades the first is the one that stands; others of it follow
 */
public record GradeAnswer(Manifest manifest, Graded subject, List<GradeExplanation> grades) {

  /**
   * What a grade can be computed again from; each grade names its table beside.
   *
   * @param asOf day before which accidents are looked at
   * @param layerVersion at which the layer last changed
   * @param isDemo whether anything that went in is invented (示例数据)
   */
  public record Manifest(
      long dataVersion, long layerVersion, LocalDate asOf, String program, boolean isDemo) {}

  /** The thing that is graded. */
  public record Graded(
      String layer, Text layerTitle, long id, String code, String name, String countyCode) {}
}
