/** The keys of any number of rows in bounded memory. */
package cn.anlan.data.ingest.keys;
