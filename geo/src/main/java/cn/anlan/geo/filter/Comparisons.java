package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Comparison;
import java.util.ArrayList;
import java.util.List;

/** What comparisons of properties and values mean, in whichever language they were written. */
final class Comparisons {
  private Comparisons() {}

  /** Two sides of any sort; two values are compared here and now. */
  static Expression compare(Scalar left, Comparison comparison, Scalar right, Spot at) {
    if (left instanceof Operand a && right instanceof Operand b) {
      return new Expression.ComparePair(a, comparison, b);
    } else if (left instanceof Operand operand) {
      return compare(operand, comparison, (Literal) right, at);
    } else if (right instanceof Operand operand) {
      return compare(operand, comparison.flipped(), (Literal) left, at);
    }
    Object a = ((Literal) left).value();
    Object b = ((Literal) right).value();
    int order =
        ValueOrder.find(a, b)
            .orElseThrow(
                () ->
                    at.fault(
                        "不能比较 " + a + " 与 " + b,
                        "values of two types: " + a + ", " + b,
                        "两边应为同类值 / compare values of one type"));
    return new Expression.Constant(comparison.holds(order));
  }

  private static Expression compare(
      Operand operand, Comparison comparison, Literal literal, Spot at) {
    refuseFoldedNonText(operand, literal, at);
    return new Expression.Compare(operand, comparison, literal);
  }

  static Expression between(Scalar value, Scalar low, Scalar high, Spot at) {
    if (value instanceof Operand operand && low instanceof Literal l && high instanceof Literal h) {
      refuseFoldedNonText(operand, l, at);
      refuseFoldedNonText(operand, h, at);
      return new Expression.Between(operand, l, h);
    }
    return new Expression.And(
        List.of(
            compare(value, Comparison.GREATER_OR_EQUAL, low, at),
            compare(value, Comparison.LESS_OR_EQUAL, high, at)));
  }

  static Expression in(Scalar value, List<Scalar> list, Spot at) {
    refuseLongList(list.size());
    if (value instanceof Operand operand && list.stream().allMatch(Literal.class::isInstance)) {
      List<Literal> literals = list.stream().map(Literal.class::cast).toList();
      literals.forEach(literal -> refuseFoldedNonText(operand, literal, at));
      return new Expression.In(operand, literals);
    }
    List<Expression> each = new ArrayList<>();
    list.forEach(one -> each.add(compare(value, Comparison.EQUAL, one, at)));
    return each.size() == 1 ? each.get(0) : new Expression.Or(each);
  }

  /**
   * @param folding of the pattern; the value's is taken for both as well
   */
  static Expression like(Scalar value, String pattern, Folding folding, Spot at) {
    if (value instanceof Operand operand) {
      String folded = operand.folding().and(folding).fold(pattern);
      return new Expression.Like(operand, LikePattern.of(folded));
    } else if (value instanceof Literal.Text text) {
      return new Expression.Constant(LikePattern.of(folding.fold(pattern)).matches(text.value()));
    }
    throw at.fault("LIKE 只能用于文本", "LIKE is for texts", "例如 / name LIKE '%化工%'");
  }

  /** Only what a row may have can be null. */
  static Expression isNull(Scalar value, Spot at) {
    if (value instanceof Operand operand) {
      return new Expression.IsNull(FilterNames.property(operand.property()));
    }
    throw at.fault("IS NULL 只能用于属性", "IS NULL is for properties", "例如 / name IS NULL");
  }

  static Expression list(String property, boolean all, List<String> texts) {
    refuseLongList(texts.size());
    return new Expression.ListTest(property, all, texts);
  }

  private static void refuseLongList(int size) {
    if (size > FilterLimits.MAX_LIST) {
      throw FilterFaults.tooMuch("列表取值数", "values in a list", FilterLimits.MAX_LIST);
    }
  }

  private static void refuseFoldedNonText(Operand operand, Literal literal, Spot at) {
    if (operand.folding() != Folding.NONE && !(literal instanceof Literal.Text)) {
      throw at.fault(
          "CASEI、ACCENTI 只能与文本比较", "CASEI and ACCENTI compare with text only", "例如 / CASEI('abc')");
    }
  }
}
