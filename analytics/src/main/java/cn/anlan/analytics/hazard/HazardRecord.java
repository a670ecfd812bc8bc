package cn.anlan.analytics.hazard;

import java.time.LocalDate;

/**
 * A ledger entry as the life cycle sees it. Dates of submission, acceptance and closing are those
 * of the present round: reopening takes them away, the history of the row keeps them.
 *
 * @param major 重大隐患, else 一般隐患; meaningful from GRADED on
 * @param fiveElements whether 责任、措施、资金、时限、预案 are all there (五落实)
 * @param immediateFix put right on the spot (立行立改), without a plan
 * @param reportedOn when a major hazard was reported to the regulator, or null
 * @param dueOn date by which it must be put right, as extended; null before rectification
 * @param originalDueOn the date first set; an extension leaves it
 * @param rectifiedByPost post (岗位) that put it right, or null; never a person
 * @param acceptedByPost post that signed the acceptance, or null; never a person
 * @param reopenedOn when it was last reopened, or null
 */
public record HazardRecord(
    HazardState state,
    boolean major,
    boolean fiveElements,
    boolean immediateFix,
    LocalDate foundOn,
    LocalDate registeredOn,
    LocalDate gradedOn,
    LocalDate reportedOn,
    LocalDate dueOn,
    LocalDate originalDueOn,
    LocalDate submittedOn,
    LocalDate acceptedOn,
    LocalDate closedOn,
    LocalDate reopenedOn,
    long reopenedCount,
    String rectifiedByPost,
    String acceptedByPost) {}
