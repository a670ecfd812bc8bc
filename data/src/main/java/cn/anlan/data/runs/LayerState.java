package cn.anlan.data.runs;

/**
 * A layer as a run read it: two runs that read the same state read the same rows.
 *
 * @param changedIn the last data version, up to the run's, that touched the layer; 0 for none
 * @param changedAt when that was, as the database wrote it; tells databases of equal version apart
 */
public record LayerState(String layer, long changedIn, String changedAt) {}
