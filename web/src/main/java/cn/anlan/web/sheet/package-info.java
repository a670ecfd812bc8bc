/**
 * A result written for people, once for all ways of reading it: sentences, tables and small charts
 * in both languages, shown as a printable page or as text on the command line.
 */
package cn.anlan.web.sheet;
