package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Required;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the office changes of a rule without writing it anew: figures, signature, on or off.
 *
 * @param rule the rule's id
 * @param of the version that is changed; null for the latest
 * @param version the changed rule's own version
 * @param state off takes the rule out of every check
 * @param signOff replaces the rule's
 * @param set new values by path, such as {@code targets[0].distance}
 * @param source where the new values come from; required with {@code set}
 */
record OverlayFile(
    String rule,
    String of,
    String version,
    @JsonProperty("switch") Switch state,
    JsonNode signOff,
    Map<String, JsonNode> set,
    String source) {
  private static final Pattern PATH = Pattern.compile("[a-z_]+(\\[\\d+])*(\\.[a-z_]+(\\[\\d+])*)*");

  OverlayFile {
    Required.text(rule, "rule");
    Required.text(version, "version");
    set = set == null ? Map.of() : set;
    if (!set.isEmpty()) {
      Required.text(source, "source");
    }
    for (String path : set.keySet()) {
      if (!PATH.matcher(path).matches() || path.equals("id") || path.equals("version")) {
        throw new IllegalArgumentException(
            "'" + path + "' cannot be set; write a path such as targets[0].distance");
      }
    }
  }

  enum Switch {
    @JsonProperty("on")
    ON,
    @JsonProperty("off")
    OFF
  }

  boolean isOff() {
    return state == Switch.OFF;
  }

  /**
   * Changes a rule's tree.
   *
   * @throws DefinitionException where a path leads nowhere
   */
  void applyTo(ObjectNode rule, String file, String text) {
    rule.put("version", version);
    if (signOff != null) {
      rule.set("sign_off", signOff);
    }
    set.forEach(
        (path, value) -> {
          if (!put(rule, path, value)) {
            throw StrictYaml.fault(
                file, text, "/set/" + path, "'" + path + "' leads nowhere in rule " + this.rule);
          }
        });
  }

  private boolean put(ObjectNode rule, String path, JsonNode value) {
    String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
    JsonNode at = rule;
    for (int i = 0; i + 1 < steps.length; i++) {
      at = at instanceof ArrayNode list ? list.path(Integer.parseInt(steps[i])) : at.path(steps[i]);
    }
    String last = steps[steps.length - 1];
    JsonNode sourced = sourced(value);
    if (at instanceof ObjectNode object) {
      object.set(last, sourced);
      return true;
    }
    if (at instanceof ArrayNode list && Integer.parseInt(last) < list.size()) {
      list.set(Integer.parseInt(last), sourced);
      return true;
    }
    return false;
  }

  /** A new distance names where it comes from, as one in a rule does. */
  private JsonNode sourced(JsonNode value) {
    if (value instanceof ObjectNode object && object.has("unit") && !object.has("source")) {
      object.put("source", source);
    }
    return value;
  }
}
