/**
 * Which column of a file fills which field, how that is known, and what is kept of it for the
 * source's next delivery.
 */
package cn.anlan.data.ingest.mapping;
