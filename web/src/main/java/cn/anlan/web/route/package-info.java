/**
 * Routes of dangerous goods and of cars: one answer for programs, as a printable sheet, as GeoJSON.
 */
package cn.anlan.web.route;
