/**
 * Layers in memory. A {@link cn.anlan.geo.snapshot.LayerSnapshot} holds the queryable columns of
 * one layer at one data version, packed and in Hilbert order; a {@link
 * cn.anlan.geo.snapshot.SnapshotBuilder} makes it, a {@link cn.anlan.geo.snapshot.SnapshotStore}
 * keeps the current ones. Every row that leaves comes through a {@link
 * cn.anlan.geo.snapshot.Query}, which cannot be made without a {@link cn.anlan.geo.snapshot.Scope}.
 */
package cn.anlan.geo.snapshot;
