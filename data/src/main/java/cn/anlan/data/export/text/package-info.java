/** Formats that are plain text: CSV with its metadata beside it, GeoJSON, DXF. */
package cn.anlan.data.export.text;
