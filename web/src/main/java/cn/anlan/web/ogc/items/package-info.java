/**
 * Features of a collection (OGC API – Features Parts 1 to 3): the question that the parameters of a
 * request make, the page of rows that answers it, and its two forms, GeoJSON and a page with a map.
 */
package cn.anlan.web.ogc.items;
