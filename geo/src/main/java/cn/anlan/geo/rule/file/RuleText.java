package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule with the text that it was read from.
 *
 * @param file the name that messages show
 * @param text the file; with {@code overlay} what the office lays over it
 * @param off whether the office has switched it off
 */
record RuleText(Rule rule, String file, String text, String overlay, boolean off) {

  /**
   * Reads one rule.
   *
   * @throws DefinitionException where the text is no rule, with line and column
   */
  static RuleText read(String file, String text, String origin) {
    RuleFile read = StrictYaml.read(file, text, RuleFile.class);
    try {
      KeysOfKind.check(read);
    } catch (KeysOfKind.Misfit misfit) {
      throw StrictYaml.fault(file, text, misfit.pointer(), misfit.getMessage());
    }
    return new RuleText(read.toRule(origin), file, text, "", false);
  }

  /** The same with what the office changes of it. */
  RuleText with(OverlayFile overlay, String overlayFile, String overlayText) {
    ObjectNode tree = StrictYaml.tree(file, text);
    overlay.applyTo(tree, overlayFile, overlayText);
    try {
      RuleFile changed = StrictYaml.bind(tree, RuleFile.class);
      KeysOfKind.check(changed);
      return new RuleText(
          changed.toRule("office"), overlayFile, text, overlayText, overlay.isOff());
    } catch (IllegalArgumentException | KeysOfKind.Misfit misfit) {
      throw StrictYaml.fault(
          overlayFile, overlayText, "/set", "makes no valid rule: " + misfit.getMessage());
    }
  }

  /** A fault of this rule, at the key that a JSON pointer names. */
  DefinitionException fault(String pointer, String problem) {
    return overlay.isEmpty()
        ? StrictYaml.fault(file, text, pointer, problem)
        : StrictYaml.fault(file, overlay, "/set", "at " + pointer + ": " + problem);
  }
}
