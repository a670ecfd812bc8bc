package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.Predicates;
import cn.anlan.geo.snapshot.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One walk through an expression, every part answered for all rows at once. */
final class Evaluation {
  private final Predicates columns;

  Evaluation(Predicates columns) {
    this.columns = columns;
  }

  Truth of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().map(this::of).reduce(Truth::and).orElseThrow();
    } else if (expression instanceof Expression.Or or) {
      return or.parts().stream().map(this::of).reduce(Truth::or).orElseThrow();
    } else if (expression instanceof Expression.Not not) {
      return of(not.part()).not();
    } else if (expression instanceof Expression.Constant constant) {
      return columns.always(constant.value());
    } else if (expression instanceof Expression.Compare compare) {
      return compare(compare.operand(), compare.comparison(), compare.literal());
    } else if (expression instanceof Expression.Between between) {
      return compare(between.operand(), Comparison.GREATER_OR_EQUAL, between.low())
          .and(compare(between.operand(), Comparison.LESS_OR_EQUAL, between.high()));
    } else if (expression instanceof Expression.In in) {
      return in(in);
    } else if (expression instanceof Expression.Like like) {
      Operand operand = like.operand();
      return columns.text(
          operand.property(), value -> like.pattern().matches(folded(operand, value)));
    } else if (expression instanceof Expression.IsNull isNull) {
      return columns.isNull(isNull.property());
    } else if (expression instanceof Expression.ListTest test) {
      Set<String> texts = Set.copyOf(test.texts());
      return test.all()
          ? columns.contains(test.property(), texts)
          : columns.overlaps(test.property(), texts);
    } else if (expression instanceof Expression.InBox inBox) {
      return columns.intersects(inBox.box());
    } else if (expression instanceof Expression.Intersects intersects) {
      return columns.intersects(intersects.geometry());
    }
    throw new IllegalStateException("no evaluation for " + expression.getClass());
  }

  private Truth compare(Operand operand, Comparison comparison, Literal literal) {
    if (!operand.folded()) {
      return columns.compare(operand.property(), comparison, literal.value());
    }
    String text = CaseFold.fold(((Literal.Text) literal).value());
    return columns.text(
        operand.property(),
        value -> comparison.holds(CaseFold.compare(CaseFold.fold(value), text)));
  }

  private Truth in(Expression.In in) {
    Operand operand = in.operand();
    List<Object> values = new ArrayList<>();
    in.literals().forEach(literal -> values.add(literal.value()));
    if (!operand.folded()) {
      return columns.in(operand.property(), values);
    }
    List<String> texts = values.stream().map(v -> CaseFold.fold((String) v)).toList();
    Set<String> wanted = Set.copyOf(texts);
    return columns.text(operand.property(), value -> wanted.contains(CaseFold.fold(value)));
  }

  private static String folded(Operand operand, String value) {
    return operand.folded() ? CaseFold.fold(value) : value;
  }
}
