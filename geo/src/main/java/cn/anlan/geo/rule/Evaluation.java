package cn.anlan.geo.rule;

import java.util.List;
import java.util.Map;

/**
 * The outcome of one rule over many sites.
 *
 * @param findings in the order of the sites' layer, code and id
 * @param notApplicable how many sites the rule does not reach; they have no finding
 * @param counts for every verdict, also those with none
 */
public record Evaluation(List<Finding> findings, int notApplicable, Map<Verdict, Integer> counts) {}
