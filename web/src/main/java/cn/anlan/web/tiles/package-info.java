/** Vector tiles over HTTP, made from the snapshots and kept for a while. */
package cn.anlan.web.tiles;
