/**
 * The product's own base map: Jiangxi's regions, waters and shores, for a machine that has nothing
 * else.
 *
 * <p>{@link cn.anlan.data.basemap.BaseMap} reads the committed files from the class path. {@link
 * cn.anlan.data.basemap.BasemapBuilder} makes those files from public packages and is run by hand
 * when a source or a table changes; {@code basemap/README.md} beside the files says from what, how,
 * and how accurate they are.
 */
package cn.anlan.data.basemap;
