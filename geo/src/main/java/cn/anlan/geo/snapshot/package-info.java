/**
 * Layers in memory. A {@link cn.anlan.geo.snapshot.LayerSnapshot} holds the queryable columns of
 * one layer at one data version, packed and in Hilbert order; a {@link
 * cn.anlan.geo.snapshot.SnapshotBuilder} makes it, a {@link cn.anlan.geo.snapshot.SnapshotStore}
 * keeps the current ones.
 *
 * <p>What a row takes: whole numbers and days 0 to 8 bytes, the least that their block of 16,384
 * rows can do with ({@code LongBlock}), a constant nothing; numbers and coordinates the same where
 * a few decimals give them back exactly, else 8; truth and nulls a bit or less (RoaringBitmap);
 * texts the number in a dictionary, codes also a bitmap for each value; the key the number of its
 * series, as in DEMO-HZ-0000001, and 4 bytes for the way back ({@code SerialTexts}); the id
 * likewise. A ledger of twenty-four columns comes to about 50 bytes a row.
 *
 * <p>Every row that leaves comes through a {@link cn.anlan.geo.snapshot.Query}, which cannot be
 * made without a {@link cn.anlan.geo.snapshot.Scope}.
 */
package cn.anlan.geo.snapshot;
