/** GeoJSON and GeoJSONSeq, read in constant memory. */
package cn.anlan.data.source.json;
