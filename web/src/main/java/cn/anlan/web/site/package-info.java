/**
 * A place that somebody sends instead of one that is stored: its JSON read within bounds, its
 * coordinates brought to CGCS2000, and everything that makes it unusable said with the spot where
 * it is.
 */
package cn.anlan.web.site;
