package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.measure.Measuring;
import cn.anlan.geo.rule.measure.Rulers;
import cn.anlan.geo.rule.measure.SiteShape;
import cn.anlan.geo.snapshot.ColumnKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules asked together of one site share what they measure, and find what each finds alone. */
class SharedRulersTest {
  private static final String ROADS =
      """
      targets:
        - layer: road
          filter: "admin_class = 'a'"
          same: {subject: owner, target: owner, is: different}
          distance: {value: 300, unit: m}
      """;

  private static final List<Rule> RULES =
      List.of(
          TestRule.of("kind: min\n" + ROADS),
          TestRule.of("kind: min\ninclusive: true\n" + ROADS),
          TestRule.of("kind: min\n" + ROADS.replace("300", "700")),
          TestRule.of("kind: min\n" + ROADS.replace("different", "equal")),
          TestRule.of("kind: min\n" + ROADS));

  @ParameterizedTest
  @ValueSource(longs = {5, 88, 1901})
  void togetherAsAlone(long seed) {
    Random random = new Random(seed);
    TestLayer layer =
        new TestLayer("road").field("admin_class", ColumnKind.CODE).field("owner", ColumnKind.TEXT);
    for (int i = 0; i < 80; i++) {
      double x = random.nextDouble() * 8000 - 4000;
      double y = random.nextDouble() * 8000 - 4000;
      layer
          .add(Plan.line(x, y, x + random.nextGaussian() * 300, y + random.nextGaussian() * 300))
          .with("admin_class", List.of("a", "b").get(random.nextInt(2)))
          .with("owner", random.nextInt(5) == 0 ? null : "o" + random.nextInt(4))
          .with("sigma_m", 1.0 * random.nextInt(20));
    }
    TestGround ground = TestGround.of(layer.build());
    Rulers shared = new Rulers(ground);
    for (int i = 0; i < 150; i++) {
      Site site =
          TestRule.quarry(Plan.point(random.nextGaussian() * 3000, random.nextGaussian() * 3000))
              .sigmaM(5.0)
              .attribute("owner", random.nextInt(5) == 0 ? null : "o" + random.nextInt(4))
              .build();
      SiteShape shape = SiteShape.of(site.geometry());
      for (Rule rule : RULES) {
        Evaluation together =
            new RuleEngine(
                    rule,
                    Measuring.of(rule, shared),
                    ground,
                    RuleEngine.Versions.NONE,
                    Samples.AS_OF)
                .evaluate(List.of(site), any -> shape);
        assertThat(together)
            .as("seed %d, site %d, %s", seed, i, rule)
            .isEqualTo(RuleEngine.evaluate(rule, List.of(site), ground, Samples.AS_OF));
      }
    }
  }
}
