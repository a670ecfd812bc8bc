/**
 * Import: a delivered file is checked as a whole, then row by row against the catalogue and the
 * regions, and written in one transaction that is one data version, or not at all. The steps stand
 * in packages below, which know nothing of this one.
 */
package cn.anlan.data.ingest;
