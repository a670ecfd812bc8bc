/**
 * Where events gather: kernel density, Getis-Ord Gi*, global and local Moran's I, with permutation
 * p-values and the false discovery rate under control.
 *
 * <p>Each formula stands in a class of its own with its source; which neighbours count is {@link
 * cn.anlan.analytics.hotspot.SpatialWeights}, made by {@link cn.anlan.analytics.hotspot.Contiguity}
 * from polygons or by {@link cn.anlan.analytics.hotspot.Nearness} from points. Whatever is drawn by
 * lot comes from a seed that the caller gives, cell by cell, so that the same question has the same
 * answer on any number of processors.
 */
package cn.anlan.analytics.hotspot;
