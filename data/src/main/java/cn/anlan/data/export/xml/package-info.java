/** Formats made of XML: workbooks (ECMA-376) and KML. */
package cn.anlan.data.export.xml;
