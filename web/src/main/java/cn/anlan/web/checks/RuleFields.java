package cn.anlan.web.checks;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.yaml.DefinitionException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the layers, fields, types and code values that the rules name are in the catalogue. */
public final class RuleFields {
  private static final String WATERS = "water_body";
  private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.NUMBER);
  private static final Set<FieldType> DAYS = EnumSet.of(FieldType.DATE, FieldType.INTEGER);

  private final RuleBook book;
  private final Rule rule;
  private final Catalog catalog;

  private RuleFields(RuleBook book, Rule rule, Catalog catalog) {
    this.book = book;
    this.rule = rule;
    this.catalog = catalog;
  }

  /**
   * @throws DefinitionException naming the rule's file, line and column and what it names in vain
   */
  public static void check(RuleBook rules, Catalog catalog) {
    rules.rules().forEach(rule -> new RuleFields(rules, rule, catalog).check());
  }

  private void check() {
    Layer subject = layer(rule.subject().layer(), "/subject/layer");
    if (!rule.subject().projectTypes().isEmpty()) {
      field(subject, "project_type", "/subject/project_types");
    }
    if (!rule.subject().codeField().equals("code")) {
      field(subject, rule.subject().codeField(), "/subject/code_field");
    }
    if (rule.subject().since() != null) {
      field(subject, rule.subject().since(), DAYS, "/subject/since");
    }
    condition(subject, rule.subject().filter(), "/subject/filter");
    for (int i = 0; i < rule.exceptions().size(); i++) {
      condition(subject, rule.exceptions().get(i).filter(), "/exceptions/" + i + "/filter");
    }
    for (int i = 0; i < rule.evidence().size(); i++) {
      if (rule.evidence().get(i).field() != null) {
        field(subject, rule.evidence().get(i).field(), "/evidence/" + i + "/field");
      }
    }
    for (int i = 0; i < rule.targets().size(); i++) {
      target(subject, rule.targets().get(i), "/targets/" + i);
    }
    kind(subject);
  }

  private void target(Layer subject, Target target, String at) {
    Layer layer = layer(target.layer(), at + "/layer");
    Layer asked = target.isShoreline() ? layer(WATERS, at + "/layer") : layer;
    condition(asked, target.filter(), at + "/filter");
    if (target.distance() != null) {
      distance(subject, layer, target.distance(), at + "/distance");
    }
    if (target.proxy() != null && target.proxy().offset() != null) {
      distance(subject, layer, target.proxy().offset(), at + "/proxy/offset");
    }
    if (target.proxy() != null && target.proxy().extent() != null) {
      distance(subject, layer, target.proxy().extent(), at + "/proxy/extent");
    }
    for (int i = 0; i < target.same().size(); i++) {
      field(subject, target.same().get(i).subject(), at + "/same/" + i + "/subject");
      field(layer, target.same().get(i).target(), at + "/same/" + i + "/target");
    }
    if (target.countField() != null) {
      field(layer, target.countField(), NUMBERS, at + "/count/field");
    }
  }

  private void distance(Layer subject, Layer target, Distance distance, String at) {
    for (int i = 0; i < distance.rows().size(); i++) {
      Distance.Row row = distance.rows().get(i);
      String here = at + "/table/" + i;
      condition(subject, row.subject(), here + "/subject");
      condition(target, row.target(), here + "/target");
      if (row.length() instanceof Distance.Length.OfField of) {
        field(of.ofSubject() ? subject : target, of.field(), NUMBERS, here + "/field");
      }
    }
  }

  private void kind(Layer subject) {
    if (rule.approval() != null && rule.approval().field() != null) {
      field(subject, rule.approval().field(), "/approval/field");
    }
    if (rule.kind() instanceof RuleKind.Complete complete) {
      for (int i = 0; i < complete.requires().size(); i++) {
        field(subject, complete.requires().get(i).field(), "/requires/" + i + "/field");
      }
      condition(subject, complete.forbids(), "/forbids");
    } else if (rule.kind() instanceof RuleKind.AlongRiver along) {
      river(subject, along.river());
    } else if (rule.kind() instanceof RuleKind.Count count) {
      count(subject, count);
    }
  }

  private void count(Layer subject, RuleKind.Count count) {
    if (count.maxField() != null) {
      field(subject, count.maxField(), NUMBERS, "/limit/field");
    }
    if (count.along() != null) {
      Layer lines = layer(count.along().layer(), "/along/layer");
      field(lines, count.along().key(), "/along/key");
      field(subject, count.along().subjectKey(), "/along/subject_key");
    }
  }

  private void river(Layer subject, RuleKind.River river) {
    Layer lines = layer(river.layer(), "/river/layer");
    condition(lines, river.filter(), "/river/filter");
    field(lines, river.key(), "/river/key");
    if (river.subjectKey() != null) {
      field(subject, river.subjectKey(), "/river/subject_key");
    }
    if (river.flowField() != null) {
      field(lines, river.flowField(), EnumSet.of(FieldType.BOOLEAN), "/river/flow_field");
    }
    if (river.targetKey() != null) {
      rule.targets()
          .forEach(t -> field(layer(t.layer(), "/river"), river.targetKey(), "/river/target_key"));
    }
  }

  private Layer layer(String id, String at) {
    try {
      return catalog.getLayer(id);
    } catch (UserFault unknown) {
      throw book.fault(rule, at, unknown.line());
    }
  }

  private void field(Layer layer, String name, String at) {
    if (!name.equals("code") && layer.findField(name).filter(Field::queryable).isEmpty()) {
      try {
        layer.getField(name);
        throw book.fault(rule, at, "field " + name + " of " + layer.id() + " is not queryable");
      } catch (UserFault unknown) {
        throw book.fault(rule, at, unknown.line());
      }
    }
  }

  private void field(Layer layer, String name, Set<FieldType> types, String at) {
    field(layer, name, at);
    if (name.equals("code") || !types.contains(layer.getField(name).type())) {
      throw book.fault(rule, at, "field " + name + " of " + layer.id() + " is none of " + types);
    }
  }

  /** Asked of no rows at all, a condition still says which of its names or values are wrong. */
  private void condition(Layer layer, Condition condition, String at) {
    if (condition == null) {
      return;
    }
    try {
      Query.on(
              new SnapshotBuilder(layer.id(), 0, SnapshotLoader.columns(layer)).build(),
              Scope.wholeProvince("rules"))
          .filter(condition.filter())
          .count();
    } catch (UserFault fault) {
      throw book.fault(rule, at, fault.line());
    }
    List<String> strange = CodeValues.unknown(condition.filter(), layer, catalog);
    if (!strange.isEmpty()) {
      throw book.fault(rule, at, "not in the code list: " + String.join(", ", strange));
    }
  }
}
