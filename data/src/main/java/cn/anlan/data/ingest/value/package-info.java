/**
 * Single values: what a file holds, as what a field takes, or the reason why it cannot be taken.
 */
package cn.anlan.data.ingest.value;
