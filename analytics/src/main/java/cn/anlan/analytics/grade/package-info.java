/**
 * Grades of a single risk point from its factors: LEC, LS and MES, and of a major hazard
 * installation, as versioned tables.
 */
package cn.anlan.analytics.grade;
