package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.snapshot.ColumnKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/**
 * Random sites and targets with random accuracies, classes and limits: the finding is that of a
 * look at every target by itself.
 */
class NearestTargetPropertyTest {
  private static final Rule RULE =
      TestRule.of(
          """
          kind: min
          targets:
            - layer: road
              filter: "admin_class IN ('a', 'b')"
              distance:
                unit: m
                table:
                  - {target: "admin_class = 'a'", value: 300}
                  - {subject: "big = TRUE", value: 200}
                otherwise: not_applicable
                source: test
          """);

  /** A target as the slow look sees it; its limit is null where the rule does not bind. */
  private record Road(String code, String kind, double sigmaM, Geometry line) {
    Double limitM(boolean big) {
      return kind.equals("a") ? (Double) 300.0 : kind.equals("b") && big ? (Double) 200.0 : null;
    }
  }

  private record Slow(Road road, double distanceM, double marginM, Verdict verdict) {}

  @ParameterizedTest
  @ValueSource(longs = {3, 41, 4490})
  void theWorstOfAllTargetsDecides(long seed) {
    Random random = new Random(seed);
    List<Road> roads = new ArrayList<>();
    TestLayer layer = new TestLayer("road").field("admin_class", ColumnKind.CODE);
    for (int i = 0; i < 120; i++) {
      double x = random.nextDouble() * 8000 - 4000;
      double y = random.nextDouble() * 8000 - 4000;
      Geometry line =
          Plan.line(x, y, x + random.nextGaussian() * 300, y + random.nextGaussian() * 300);
      String kind = List.of("a", "b", "c").get(random.nextInt(3));
      Road road = new Road("road-" + (i + 1), kind, random.nextInt(3) * 10, line);
      roads.add(road);
      layer.add(line).with("admin_class", kind).with("sigma_m", road.sigmaM);
    }
    TestGround ground = TestGround.of(layer.build());
    for (int i = 0; i < 200; i++) {
      Geometry at =
          Plan.point(random.nextDouble() * 9000 - 4500, random.nextDouble() * 9000 - 4500);
      boolean big = random.nextBoolean();
      double sigmaM = random.nextInt(2) * 15;
      Site site = TestRule.quarry(at).sigmaM(sigmaM).attribute("big", big).build();
      Finding f = Samples.only(RuleEngine.evaluate(RULE, List.of(site), ground, Samples.AS_OF));
      Slow slow = slow(roads, at, big, sigmaM);
      assertThat(f.verdict()).as("seed %d, site %d %s", seed, i, at).isEqualTo(slow.verdict);
      assertThat(f.distanceM())
          .as("seed %d, site %d: %s against %s", seed, i, f, slow)
          .isCloseTo(slow.distanceM, within(1e-3 + 1e-6 * slow.distanceM));
      assertThat(f.marginM()).isCloseTo(slow.marginM, within(1e-2));
    }
  }

  private static Slow slow(List<Road> roads, Geometry at, boolean big, double sigmaM) {
    List<Slow> all = new ArrayList<>();
    for (Road road : roads) {
      Double limit = road.limitM(big);
      if (limit != null) {
        double d = GeodesicTarget.of(road.line).nearest(at).distanceM();
        double u = 2 * Math.hypot(sigmaM, road.sigmaM);
        Verdict verdict =
            Math.abs(d - limit) < u
                ? Verdict.NEEDS_SURVEY
                : d < limit ? Verdict.FAIL : Verdict.PASS;
        all.add(new Slow(road, d, d - limit, verdict));
      }
    }
    List<Verdict> gravity = List.of(Verdict.FAIL, Verdict.NEEDS_SURVEY);
    for (Verdict verdict : gravity) {
      var worst =
          all.stream()
              .filter(s -> s.verdict == verdict)
              .min(Comparator.comparingDouble(Slow::marginM));
      if (worst.isPresent()) {
        return worst.get();
      }
    }
    return all.stream().min(Comparator.comparingDouble(Slow::distanceM)).orElseThrow();
  }
}
