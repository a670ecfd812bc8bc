package cn.anlan.data.watch;

/**
 * What a look saw of one subject under one rule.
 *
 * @param json the essentials of the finding, as the evaluator writes them
 */
public record WatchState(String rule, String layer, String code, String json) {}
