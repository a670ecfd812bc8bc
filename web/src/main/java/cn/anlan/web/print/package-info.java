/**
 * Printable pages: markup whose texts are always escaped, a page for A4 without scripts or foreign
 * resources, and a map drawn as SVG from geometries.
 */
package cn.anlan.web.print;
