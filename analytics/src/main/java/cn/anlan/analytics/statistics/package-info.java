/**
 * Formulas of statistics, one a class, each with its source: what tells a real change from chance
 * in small counts. They know nothing of layers or regions.
 */
package cn.anlan.analytics.statistics;
