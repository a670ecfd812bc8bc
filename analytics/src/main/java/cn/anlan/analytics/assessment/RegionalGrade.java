package cn.anlan.analytics.assessment;

/**
 * One region's first grade.
 *
 * @param level 1 (worst) to 4, or 0 where it cannot be graded
 * @param grade red, orange, yellow, blue, or none
 * @param score 0..100, higher is worse; NaN where it cannot be graded
 * @param observed counted risk points
 * @param expected counted risk points to be expected at the provincial rate per resident
 * @param chance probability of as many or more by chance alone, 0..1
 */
public record RegionalGrade(
    String code,
    int level,
    String grade,
    double score,
    int observed,
    double expected,
    double chance,
    String explanationZh,
    String explanationEn) {}
