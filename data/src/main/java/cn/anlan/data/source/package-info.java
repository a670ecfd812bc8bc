/**
 * Delivered files as streams of rows: what a file is, in which encoding, which coordinate system it
 * declares, and its records one after the other. Knows nothing of layers.
 */
package cn.anlan.data.source;
