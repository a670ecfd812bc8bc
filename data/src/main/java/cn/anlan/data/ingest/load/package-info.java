/**
 * Checked rows into PostGIS: staged and compared for a delivery, by COPY for rows of our own, with
 * the record of the delivery beside them.
 */
package cn.anlan.data.ingest.load;
