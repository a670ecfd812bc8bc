package cn.anlan.data.watch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A verdict that changed.
 *
 * @param id 0 before it is stored, as {@code happenedAt} is null
 * @param oldVerdict null where there was no finding
 * @param newVerdict null where there no longer is one
 * @param causes JSON: why
 * @param finding JSON: the new finding; null where there is none
 */
public record WatchEvent(
    long id,
    long watchId,
    Instant happenedAt,
    String rule,
    String layer,
    String code,
    String oldVerdict,
    String newVerdict,
    String oldRuleVersion,
    String newRuleVersion,
    long oldDataVersion,
    long newDataVersion,
    LocalDate oldAsOf,
    LocalDate newAsOf,
    String causes,
    String finding) {}
