/** Tables: CSV, TSV and sheets of workbooks, with the columns of their coordinates. */
package cn.anlan.data.source.table;
