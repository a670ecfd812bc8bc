/**
 * Grades of a single risk point from its factors: LEC and LS, as versioned tables; class of a
 * tailings pond.
 */
package cn.anlan.analytics.grade;
