package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One walk through an expression, its parts answered by columns or by one row's values. */
final class Evaluation<T> {
  private final Answers<T> answers;

  Evaluation(Answers<T> answers) {
    this.answers = answers;
  }

  T of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().map(this::of).reduce(answers::and).orElseThrow();
    } else if (expression instanceof Expression.Or or) {
      return or.parts().stream().map(this::of).reduce(answers::or).orElseThrow();
    } else if (expression instanceof Expression.Not not) {
      return answers.not(of(not.part()));
    } else if (expression instanceof Expression.Constant constant) {
      return answers.always(constant.value());
    } else if (expression instanceof Expression.Compare compare) {
      return compare(compare.operand(), compare.comparison(), compare.literal());
    } else if (expression instanceof Expression.ComparePair pair) {
      return answers.compare(pair.left(), pair.comparison(), pair.right());
    } else if (expression instanceof Expression.Between between) {
      return between(between);
    } else if (expression instanceof Expression.In in) {
      return in(in);
    } else if (expression instanceof Expression.Like like) {
      Operand operand = like.operand();
      return answers.text(
          operand.property(), value -> like.pattern().matches(operand.folding().fold(value)));
    } else if (expression instanceof Expression.IsNull isNull) {
      return answers.isNull(isNull.property());
    } else if (expression instanceof Expression.ListTest test) {
      Set<String> texts = Set.copyOf(test.texts());
      return test.all()
          ? answers.contains(test.property(), texts)
          : answers.overlaps(test.property(), texts);
    } else if (expression instanceof Expression.InBox inBox) {
      return answers.intersects(inBox.box());
    } else if (expression instanceof Expression.Relates relates) {
      return answers.relates(relates.relation(), relates.geometry());
    } else if (expression instanceof Expression.Near near) {
      return answers.near(near.geometry(), near.distanceM());
    }
    throw new IllegalStateException("no evaluation for " + expression.getClass());
  }

  private T compare(Operand operand, Comparison comparison, Literal literal) {
    if (operand.folding() == Folding.NONE) {
      return answers.compare(operand.property(), comparison, literal.value());
    }
    String text = operand.folding().fold(((Literal.Text) literal).value());
    return answers.text(
        operand.property(),
        value -> comparison.holds(ValueOrder.ofTexts(operand.folding().fold(value), text)));
  }

  private T between(Expression.Between between) {
    Operand operand = between.operand();
    return operand.folding() == Folding.NONE
        ? answers.between(operand.property(), between.low().value(), between.high().value())
        : answers.and(
            compare(operand, Comparison.GREATER_OR_EQUAL, between.low()),
            compare(operand, Comparison.LESS_OR_EQUAL, between.high()));
  }

  private T in(Expression.In in) {
    Operand operand = in.operand();
    List<Object> values = new ArrayList<>();
    in.literals().forEach(literal -> values.add(literal.value()));
    if (operand.folding() == Folding.NONE) {
      return answers.in(operand.property(), values);
    }
    Set<String> wanted =
        values.stream().map(v -> operand.folding().fold((String) v)).collect(Collectors.toSet());
    return answers.text(
        operand.property(), value -> wanted.contains(operand.folding().fold(value)));
  }
}
