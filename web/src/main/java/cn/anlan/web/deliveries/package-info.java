/**
 * Deliveries over HTTP: sent, previewed, committed, listed, taken back; their reports as JSON, as
 * files to correct, and as a sheet to print.
 */
package cn.anlan.web.deliveries;
