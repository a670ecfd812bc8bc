package cn.anlan.geo.rule;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One shoreline of one water. A polygon is the water itself: inside is 0.
 *
 * @param waterCode the water's business key; shores of one water share it
 * @param waterAttributes the water body's fields by name, for the rule's conditions
 * @param definition {@code legal} (法定岸线), {@code surveyed} (实测), {@code demo} (示例) or {@code
 *     mapped} (地图), best first
 * @param sigmaM one standard deviation of the line, metres; null leaves a site NOT_ASSESSABLE
 * @param sigmaDefinitionM how far the line may be from the legal one, one standard deviation,
 *     metres; null is taken as 0, and for {@code surveyed} and {@code mapped} said so
 */
public record Shore(
    long id,
    String code,
    String waterCode,
    String waterName,
    Map<String, Object> waterAttributes,
    String definition,
    Double sigmaM,
    Double sigmaDefinitionM,
    boolean demo,
    Geometry geometry) {
  private static final List<String> DEFINITIONS = List.of("legal", "surveyed", "demo", "mapped");

  public Shore {
    if (!DEFINITIONS.contains(definition)) {
      throw new IllegalArgumentException(
          "shore " + code + ": definition is '" + definition + "', not one of " + DEFINITIONS);
    }
    waterAttributes = waterAttributes == null ? Map.of() : waterAttributes;
  }

  /** 0 is best. */
  public int rank() {
    return DEFINITIONS.indexOf(definition);
  }

  /** Whether it is invented, by its row or by its definition. */
  public boolean isDemo() {
    return demo || definition.equals("demo");
  }
}
