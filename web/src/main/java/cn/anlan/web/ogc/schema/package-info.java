/**
 * What a collection's features hold, as JSON schemas made from the catalogue: queryables, sortables
 * and the schema of its items.
 */
package cn.anlan.web.ogc.schema;
