/**
 * The evidence of one finding: what a planner puts into the file, as JSON and as a sheet to print.
 *
 * <p>{@link cn.anlan.web.evidence.Dossier} gathers it, {@link cn.anlan.web.evidence.EvidenceSheet}
 * prints it.
 */
package cn.anlan.web.evidence;
