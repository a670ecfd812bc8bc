package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;

/**
 * Which table a grade was read off.
 *
 * @param origin {@code anlan} for ours, {@code office} for one of the office's own
 * @param unconfirmed whether its source says that something of it is not confirmed
 * @param sha256 of the table's text, hexadecimal: the same where it says the same
 */
public record TableRef(
    String id,
    int version,
    Text title,
    Text source,
    String origin,
    boolean unconfirmed,
    String sha256) {}
