/**
 * A request held against the catalogue: the columns as they are written, and what the format cannot
 * carry of them.
 */
package cn.anlan.data.export.plan;
