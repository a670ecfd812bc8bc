/**
 * An invented road network of a province's size, as an OSM file: what routing and reach are
 * measured on where the stored roads are too few. Made from the seed alone, without a database.
 */
package cn.anlan.web.bench.road;
