/**
 * Issues: each with row, field, value, reason and remedy, counted, grouped and written to a file.
 */
package cn.anlan.data.ingest.report;
