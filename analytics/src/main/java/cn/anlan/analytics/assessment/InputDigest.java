package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.assessment.facts.RegionTable;

/** The digest of all facts that a course of grades was made of: equal facts, equal digest. */
public final class InputDigest {
  private InputDigest() {}

  /** SHA-256 in hexadecimal, over every region and count of every day in order. */
  public static String of(Course course) {
    StringBuilder text = new StringBuilder();
    for (RegionTable.Rows rows : course.rows()) {
      text.append(rows.day()).append('\n');
      for (RegionFacts r : rows.regions()) {
        text.append(r).append('\n');
      }
    }
    return ModelFiles.sha256(text.toString());
  }
}
