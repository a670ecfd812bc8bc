/**
 * Import: a delivered file is checked as a whole, then row by row against the catalogue and the
 * regions, and written in one transaction that is one data version, or not at all.
 */
package cn.anlan.data.ingest;
