/**
 * Delivered files as streams of rows: what a file is, in which encoding, which coordinate system it
 * declares, and its records one after the other. Knows nothing of layers. Each family of formats is
 * a package below, which knows nothing of this one.
 */
package cn.anlan.data.source;
