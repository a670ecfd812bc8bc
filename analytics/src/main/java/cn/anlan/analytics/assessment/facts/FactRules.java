package cn.anlan.analytics.assessment.facts;

import java.time.LocalDate;

/**
 * What of a model decides which facts are counted.
 *
 * @param windowMonths how many months up to the day accidents count
 * @param productionRelatedOnly whether only production-related accidents (生产安全事故) do
 * @param listingOverdueDays by more than how many days a listing must be past its date
 * @param firstDay what happened before is counted as of this day; no earlier day can be asked for
 */
public record FactRules(
    int windowMonths, boolean productionRelatedOnly, int listingOverdueDays, LocalDate firstDay) {}
