/**
 * Stored runs of the check. {@link cn.anlan.web.runs.CheckRuns} stores a run, evaluating only what
 * can have changed since an earlier one ({@link cn.anlan.web.runs.ChangePlan}); {@link
 * cn.anlan.web.runs.RunComparison} says what differs between two and why ({@link
 * cn.anlan.web.runs.Causes}).
 */
package cn.anlan.web.runs;
