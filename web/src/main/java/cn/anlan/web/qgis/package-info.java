/**
 * A QGIS project of all layers, by themes, with Chinese titles, headings and code names and with
 * the colours of the catalogue: over HTTP at {@code /ogc/qgis-project}, on the command line as
 * {@code ./anlan qgis}. {@link cn.anlan.web.qgis.QgisProject} writes it.
 */
package cn.anlan.web.qgis;
