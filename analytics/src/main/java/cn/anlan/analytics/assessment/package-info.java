/**
 * The regional risk map (安全生产风险地图): regions graded by accidents and hazards, as 赣安〔2022〕1号 item 8
 * asks, by a versioned {@link cn.anlan.analytics.assessment.AssessmentModel} [design].
 *
 * <p>Way of a grade: {@link cn.anlan.analytics.assessment.facts.FactTable} counts the ledgers;
 * {@link cn.anlan.analytics.assessment.Indicator}s make figures of the counts, small ones smoothed;
 * the frozen {@link cn.anlan.analytics.assessment.Baseline} normalises them to 0..1; {@link
 * cn.anlan.analytics.assessment.PairwiseJudgements} and {@link
 * cn.anlan.analytics.assessment.EntropyWeights} weigh them; {@link
 * cn.anlan.analytics.assessment.Assessor} goes through the months in order, for a colour's
 * hysteresis needs the month before, and lets vetoes speak last.
 */
package cn.anlan.analytics.assessment;
