/**
 * Results of analysis as rows of layers (group {@code analysis} of the catalogue), so that they are
 * mapped, tiled, exported and served like any other layer.
 */
package cn.anlan.data.results;
