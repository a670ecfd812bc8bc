/**
 * The checks of one row: its values, its geometry, its place, and what it refers to; no row is
 * written here.
 */
package cn.anlan.data.ingest.check;
