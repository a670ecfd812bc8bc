/**
 * Grades of a single thing from its factors, by versioned tables: risk points (LEC, LS, MES), major
 * hazard installations (GB 18218), tailings ponds, mines, chemical enterprises and parks. {@code
 * grade.explain} says how a grade came about.
 */
package cn.anlan.analytics.grade;
