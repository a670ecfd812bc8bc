/** KML, read in constant memory. */
package cn.anlan.data.source.kml;
