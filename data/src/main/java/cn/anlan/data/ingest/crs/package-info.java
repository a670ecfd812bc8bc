/**
 * In which coordinate system a file is, settled from what is declared and from the evidence of its
 * first rows.
 */
package cn.anlan.data.ingest.crs;
