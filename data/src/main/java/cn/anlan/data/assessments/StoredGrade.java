package cn.anlan.data.assessments;

import java.util.List;

/**
 * A region's grade as a run stored it.
 *
 * @param adminLevel province, city or county: the level at which the unit was graded
 * @param level 1 (worst) to 4; 0 where it was not graded
 * @param score null where it was not graded
 * @param vetoes ids of those that fired
 */
public record StoredGrade(
    String adminLevel, String code, String name, int level, Double score, List<String> vetoes) {}
