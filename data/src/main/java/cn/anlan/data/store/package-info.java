/**
 * The store: a PostGIS that holds the truth, either a private cluster that the program keeps itself
 * ({@link cn.anlan.data.store.PrivateCluster}) or a server named by {@code ANLAN_DB_URL}.
 *
 * <p>{@link cn.anlan.data.store.Database#open} is the way in. It starts the cluster where there is
 * one, migrates the fixed tables, makes and widens the layer tables from the catalogue ({@link
 * cn.anlan.data.store.LayerTables}), and hands out a read-write and a read-only pool. Every change
 * of a layer, also by plain SQL or QGIS, takes one global data version per transaction and leaves
 * the former row in schema {@code history}.
 */
package cn.anlan.data.store;
