/**
 * Layers in memory. A {@link cn.anlan.geo.snapshot.LayerSnapshot} holds the queryable columns of
 * one layer at one data version, packed and in Hilbert order; a {@link
 * cn.anlan.geo.snapshot.SnapshotBuilder} makes it, a {@link cn.anlan.geo.snapshot.SnapshotStore}
 * keeps the current ones.
 *
 * <p>How a snapshot lies in memory:
 *
 * <pre>
 *   row      0 ············· orderedRows ····· size
 *            |  ordered part     | tail part |     rows of each along the Hilbert curve,
 *            |  ··x·····x·x····  |           |     those without geometry last in it;
 *                                                  x: dead, superseded by the tail or gone
 *   part     ids, way back from id to row, geometries, columns; never changed once packed
 *   column   LongChunks or DoubleChunks: blocks of 16,384 rows, each packed by itself
 *   places   boxes of 256 rows each
 * </pre>
 *
 * <p>A commit makes a new snapshot that shares the ordered part with the one before and has a new
 * tail with everything written since that part was packed, so that a thousand changed rows of two
 * million cost a thousand. A reader who holds the former snapshot is not concerned. A question is
 * put to each part by itself ({@code Parts}); the dead rows are taken out of the answer.
 *
 * <p>What a row takes: whole numbers and days 0 to 8 bytes, the least that their block of 16,384
 * rows can do with ({@code LongBlock}), a constant nothing; numbers and coordinates the same where
 * a few decimals give them back exactly, else 8; truth and nulls a bit or less (RoaringBitmap);
 * texts the number in a dictionary, codes also a bitmap for each value; the key the number of its
 * series, as in DEMO-HZ-0000001, and 4 bytes for the way back ({@code SerialTexts}); the id
 * likewise. A ledger of twenty-four columns comes to about 50 bytes a row. A row behind the ordered
 * ones takes the same and its former place besides.
 *
 * <p>Every row that leaves comes through a {@link cn.anlan.geo.snapshot.Query}, which cannot be
 * made without a {@link cn.anlan.geo.snapshot.Scope}.
 */
package cn.anlan.geo.snapshot;
