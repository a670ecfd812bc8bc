/** GeoPackage, written here with its spatial index (OGC 12-128r17). */
package cn.anlan.data.export.geopackage;
