/**
 * Regular grids of squares and hexagons over the province, in an equal-area plane, so that every
 * cell stands for the same ground and counts of cells can be compared.
 *
 * <p>{@link cn.anlan.geo.grid.EqualAreaPlane} is that plane, {@link cn.anlan.geo.grid.Lattice} the
 * cells, {@link cn.anlan.geo.grid.Cover} which of them an outline takes in. Projection and cell
 * outlines are GeoTools'; which cell holds a point is arithmetic, for millions are asked.
 */
package cn.anlan.geo.grid;
