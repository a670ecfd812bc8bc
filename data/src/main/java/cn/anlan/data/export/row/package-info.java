/** Rows on their way out: read at one data version, handed one by one to the writer of a format. */
package cn.anlan.data.export.row;
