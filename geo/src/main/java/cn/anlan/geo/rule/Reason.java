package cn.anlan.geo.rule;

/**
 * Why a verdict is what it is.
 *
 * @param code for programs, stable: {@code datum}, {@code coverage}, {@code too_near}, …
 */
public record Reason(String code, String zh, String en) {}
