/**
 * Grades of a single thing from its factors, by versioned tables: risk points (LEC, LS, MES), major
 * hazard installations (GB 18218), tailings ponds.
 */
package cn.anlan.analytics.grade;
