/**
 * What a user asks of an import: layer, file, what is declared of it, and what becomes of its rows.
 */
package cn.anlan.data.ingest.request;
