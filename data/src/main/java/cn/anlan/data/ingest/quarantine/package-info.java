/**
 * What becomes of rejected rows: a file to be corrected, the quarantine, a map, repairs that are
 * offered.
 */
package cn.anlan.data.ingest.quarantine;
