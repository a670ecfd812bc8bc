package cn.anlan.web.checks;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleBook;
import cn.anlan.geo.yaml.DefinitionException;

/** Whether the layers and fields that the rules name are in the catalogue. */
public final class RuleFields {
  private static final String WATERS = "water_body";

  private RuleFields() {}

  /**
   * @throws DefinitionException naming the rule and what it names in vain
   */
  public static void check(RuleBook rules, Catalog catalog) {
    for (Rule rule : rules.rules()) {
      try {
        Layer subject = catalog.getLayer(rule.subject().layer());
        rule.subject().where().allowed().keySet().forEach(subject::getField);
        rule.exceptions().forEach(e -> e.where().allowed().keySet().forEach(subject::getField));
        Layer waters = catalog.getLayer(WATERS);
        rule.target().where().allowed().keySet().forEach(waters::getField);
      } catch (UserFault unknown) {
        throw new DefinitionException("rule " + rule.id(), unknown.line());
      }
    }
  }
}
