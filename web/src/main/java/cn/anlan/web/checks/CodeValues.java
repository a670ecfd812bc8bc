package cn.anlan.web.checks;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.filter.Expression;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.filter.Literal;
import java.util.ArrayList;
import java.util.List;

/** The values that a condition compares code fields with, and that their code lists do not have. */
final class CodeValues {
  private final Layer layer;
  private final Catalog catalog;
  private final List<String> unknown = new ArrayList<>();

  private CodeValues(Layer layer, Catalog catalog) {
    this.layer = layer;
    this.catalog = catalog;
  }

  /** As {@code field = 'value'}, in the order in which they stand. */
  static List<String> unknown(Filter filter, Layer layer, Catalog catalog) {
    CodeValues values = new CodeValues(layer, catalog);
    values.look(filter.expression());
    return values.unknown;
  }

  private void look(Expression expression) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(this::look);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::look);
    } else if (expression instanceof Expression.Not not) {
      look(not.part());
    } else if (expression instanceof Expression.Compare compare) {
      check(compare.operand().property(), compare.literal());
    } else if (expression instanceof Expression.In in) {
      in.literals().forEach(literal -> check(in.operand().property(), literal));
    }
  }

  private void check(String field, Literal literal) {
    layer
        .findField(field)
        .filter(f -> f.type() == FieldType.CODE)
        .filter(
            f ->
                literal instanceof Literal.Text text
                    && catalog.getCodes(f.codes()).find(text.value()).isEmpty())
        .ifPresent(f -> unknown.add(field + " = '" + literal.value() + "'"));
  }
}
