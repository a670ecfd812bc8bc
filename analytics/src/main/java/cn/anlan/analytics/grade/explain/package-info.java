/**
 * Grades that explain themselves: each explainer takes the stored factors of one thing and says the
 * grade, the table and clause it came from, how it was reached, and what the next better grade
 * needs. The grade that is computed stands; a stored one that differs is said.
 */
package cn.anlan.analytics.grade.explain;
