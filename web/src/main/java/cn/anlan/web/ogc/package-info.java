/**
 * The OGC APIs under {@code /ogc}: landing page, conformance, the OpenAPI document and the
 * collections, which are the catalogue's layers. What else stands below {@code /ogc} (items, tiles,
 * styles …) adds its links, conformance classes and paths by being an {@link
 * cn.anlan.web.ogc.OgcPart}.
 */
package cn.anlan.web.ogc;
