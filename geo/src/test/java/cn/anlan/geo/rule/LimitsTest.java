package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.ground.Shores;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of {@code rule/limits.geojson}: on either side of D and of D ± U. */
class LimitsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @ParameterizedTest
  @MethodSource("cases")
  void theVerdictAtTheLimitIsThatOfTheFile(String name, JsonNode shore, JsonNode site) {
    JsonNode p = site.get("properties");
    Rule rule = withInclusive(p.get("inclusive").booleanValue());
    Shore line =
        new Shore(
            1,
            "S",
            "W",
            "赣江",
            Map.of("yangtze_basin", true),
            "surveyed",
            p.get("shore_sigma_m").doubleValue(),
            0.0,
            false,
            FACTORY.createLineString(
                new Coordinate[] {
                  coordinate(shore.at("/geometry/coordinates/0")),
                  coordinate(shore.at("/geometry/coordinates/1"))
                }));
    Geometry point = FACTORY.createPoint(coordinate(site.at("/geometry/coordinates")));
    Site subject =
        Samples.site(name).geometry(point).sigmaM(p.get("sigma_m").doubleValue()).build();
    Finding finding =
        Samples.only(
            RuleEngine.evaluate(
                rule,
                List.of(subject),
                TestGround.shores(Shores.of(List.of(line)), Samples.everywhere()),
                Samples.AS_OF));
    assertThat(finding.verdict()).isEqualTo(Verdict.valueOf(p.get("verdict").stringValue()));
    assertThat(finding.marginM()).isCloseTo(p.get("margin_m").doubleValue(), within(2e-6));
    assertThat(finding.uncertaintyM())
        .isEqualTo(
            2 * Math.hypot(p.get("sigma_m").doubleValue(), p.get("shore_sigma_m").doubleValue()));
  }

  static Stream<Object[]> cases() throws IOException {
    try (InputStream in = LimitsTest.class.getResourceAsStream("/rule/limits.geojson")) {
      JsonNode features = new JsonMapper().readTree(in.readAllBytes()).get("features");
      return StreamSupport.stream(features.spliterator(), false)
          .skip(1)
          .map(f -> new Object[] {f.at("/properties/name").stringValue(), features.get(0), f});
    }
  }

  private static Coordinate coordinate(JsonNode lonLat) {
    return new Coordinate(lonLat.get(0).doubleValue(), lonLat.get(1).doubleValue());
  }

  private static Rule withInclusive(boolean inclusive) {
    return RuleFileTest.readR01(
        yaml -> yaml.replace("inclusive: false", "inclusive: " + inclusive));
  }
}
