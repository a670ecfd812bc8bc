package cn.anlan.geo.rule;

import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.file.RuleBook;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A rule over the layer {@code quarry}, of which a test writes what it is about. */
final class TestRule {
  private static final String REST =
      """
      id: T01
      version: "1"
      title: {zh: 试, en: test}
      severity: standard
      measure: {from: {zh: 甲, en: a}, to: {zh: 乙, en: b}}
      basis:
        law: {zh: 法, en: law}
        article: "1"
        summary: {zh: 述, en: says}
        source: test
        basis_origin: D
      evidence: [{zh: 图, en: map}]
      sign_off: {status: unsigned}
      """;

  private TestRule() {}

  /** {@code keys} beside {@link #REST}; what it does not name gets a plain value. */
  static Rule of(String keys) {
    return RuleBook.read("T01.yaml", yaml(keys));
  }

  static String yaml(String keys) {
    StringBuilder yaml = new StringBuilder(REST).append(keys.stripIndent());
    if (!keys.endsWith("\n")) {
      yaml.append('\n');
    }
    addUnlessGiven(yaml, keys, "subject", "{layer: quarry}");
    addUnlessGiven(yaml, keys, "inclusive", "false");
    addUnlessGiven(yaml, keys, "valid", "{from: 2011-07-01}");
    addUnlessGiven(yaml, keys, "earlier_projects", "{policy: judged, note: {zh: 注, en: note}}");
    return yaml.toString();
  }

  private static void addUnlessGiven(StringBuilder yaml, String keys, String key, String value) {
    if (keys.lines().noneMatch(line -> line.startsWith(key + ":"))) {
      yaml.append(key).append(": ").append(value).append('\n');
    }
  }

  static Samples.SiteBuilder quarry(Geometry geometry) {
    return Samples.site("Q").layer("quarry").type("existing").geometry(geometry);
  }

  static Finding only(Rule rule, Samples.SiteBuilder site, TestGround ground) {
    return Samples.only(evaluate(rule, site, ground));
  }

  static Evaluation evaluate(Rule rule, Samples.SiteBuilder site, TestGround ground) {
    return RuleEngine.evaluate(rule, List.of(site.build()), ground, Samples.AS_OF);
  }
}
