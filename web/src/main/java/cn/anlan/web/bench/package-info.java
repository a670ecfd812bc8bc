/**
 * {@code ./anlan bench}: each measurement beside what it is compared with ({@code ogr2ogr},
 * PostGIS), and the figures it leaves in {@code bench/results}.
 */
package cn.anlan.web.bench;
