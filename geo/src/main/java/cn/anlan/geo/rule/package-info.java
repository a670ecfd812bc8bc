/**
 * The law's distances as data, and the verdict on a site.
 *
 * <p>A rule is a YAML file ({@link cn.anlan.geo.rule.RuleFile}), read and checked by {@link
 * cn.anlan.geo.rule.RuleBook} into a {@link cn.anlan.geo.rule.Rule}. {@link
 * cn.anlan.geo.rule.RuleEngine} measures {@link cn.anlan.geo.rule.Site}s against {@link
 * cn.anlan.geo.rule.Shores} and answers one {@link cn.anlan.geo.rule.Finding} per site that the
 * rule reaches. Nothing here reads a database or knows of the web.
 */
package cn.anlan.geo.rule;
