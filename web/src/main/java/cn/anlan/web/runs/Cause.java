package cn.anlan.web.runs;

/**
 * Why a verdict is not what it was. The names are those of the JSON.
 *
 * @param code {@code site_moved}, {@code target_revised}, {@code rule_version} and so on
 * @param what which site, target, rule or survey it was; null where that is plain
 */
public record Cause(String code, String zh, String en, String what) {}
