/** Formats that {@code ogr2ogr} writes from rows put down for it: Shapefile and FlatGeobuf. */
package cn.anlan.data.export.ogr;
