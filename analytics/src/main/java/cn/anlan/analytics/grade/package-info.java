/** Grades of a single risk point from its factors: LEC and LS, as versioned tables. */
package cn.anlan.analytics.grade;
