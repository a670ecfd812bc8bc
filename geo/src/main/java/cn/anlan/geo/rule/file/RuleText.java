package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule with the text that it was read from.
 *
 * @param file the name that messages show
 * @param text the file; with {@code overlay} what the office lays over it
 * @param subject the number of its subject in a file of several, else -1
 * @param off whether the office has switched it off
 */
record RuleText(Rule rule, String file, String text, String overlay, int subject, boolean off) {

  /**
   * Reads the rule of a file: one for each of its subjects, which differ in nothing else.
   *
   * @throws DefinitionException where the text is no rule, with line and column
   */
  static List<RuleText> read(String file, String text, String origin) {
    RuleFile read = StrictYaml.read(file, text, RuleFile.class);
    try {
      KeysOfKind.check(read);
    } catch (KeysOfKind.Misfit misfit) {
      throw StrictYaml.fault(file, text, misfit.pointer(), misfit.getMessage());
    }
    return texts(read, origin, file, text, "", false);
  }

  private static List<RuleText> texts(
      RuleFile read, String origin, String file, String text, String overlay, boolean off) {
    List<Rule> rules = read.toRules(origin);
    List<RuleText> texts = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int subject = read.subjects() == null ? -1 : i;
      texts.add(new RuleText(rules.get(i), file, text, overlay, subject, off));
    }
    return texts;
  }

  /** The rule of this file, for all its subjects, with what the office changes of it. */
  List<RuleText> with(OverlayFile overlay, String overlayFile, String overlayText) {
    ObjectNode tree = StrictYaml.tree(file, text);
    overlay.applyTo(tree, overlayFile, overlayText);
    try {
      RuleFile changed = StrictYaml.bind(tree, RuleFile.class);
      KeysOfKind.check(changed);
      return texts(changed, "office", overlayFile, text, overlayText, overlay.isOff());
    } catch (IllegalArgumentException | KeysOfKind.Misfit misfit) {
      throw StrictYaml.fault(
          overlayFile, overlayText, "/set", "makes no valid rule: " + misfit.getMessage());
    }
  }

  /** A fault of this rule, at the key that a JSON pointer names. */
  DefinitionException fault(String pointer, String problem) {
    return overlay.isEmpty()
        ? StrictYaml.fault(file, text, inFile(pointer), problem)
        : StrictYaml.fault(file, overlay, "/set", "at " + pointer + ": " + problem);
  }

  /** Where in a file of several subjects something stands that is asked of one. */
  private String inFile(String pointer) {
    if (subject < 0) {
      return pointer;
    }
    String[] steps = pointer.split("/", 4);
    if (steps[1].equals("subject")) {
      return "/subjects/" + subject + pointer.substring("/subject".length());
    }
    if (!steps[1].equals("targets") || steps.length < 3) {
      return pointer;
    }
    List<TargetFile> all = StrictYaml.read(file, text, RuleFile.class).targets();
    int left = Integer.parseInt(steps[2]);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).speaksTo(rule.subject().layer()) && left-- == 0) {
        return "/targets/" + i + (steps.length > 3 ? "/" + steps[3] : "");
      }
    }
    return pointer;
  }
}
