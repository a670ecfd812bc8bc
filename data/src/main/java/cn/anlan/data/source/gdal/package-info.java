/** Formats that {@code ogr2ogr} reads, and what has to be settled before it is let at them. */
package cn.anlan.data.source.gdal;
