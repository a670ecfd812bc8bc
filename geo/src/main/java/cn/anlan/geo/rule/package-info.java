/**
 * The law's distances as data, and the verdict on a site.
 *
 * <p>This package is the vocabulary: a {@link cn.anlan.geo.rule.Rule}, the {@link
 * cn.anlan.geo.rule.Site} that it is asked of, the {@link cn.anlan.geo.rule.Finding} that it leads
 * to. {@code file} reads rules from YAML (the language: {@code docs/rules.md}); {@code ground}
 * holds what is measured to; {@code measure} measures; {@code check} judges. Arrows: check →
 * measure → ground → here, and file → here. Nothing here reads a database or knows of the web.
 */
package cn.anlan.geo.rule;
