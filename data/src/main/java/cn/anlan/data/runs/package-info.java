/**
 * Stored runs of the distance check: the manifest, the findings as rows, and what changed between
 * two data versions. {@link cn.anlan.data.runs.RunWriter} writes a run whole, {@link
 * cn.anlan.data.runs.RunStore} reads runs and compares two of them, {@link
 * cn.anlan.data.runs.LayerChanges} reads the history of the layers.
 */
package cn.anlan.data.runs;
