package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** From the parser's tree to {@link Expression}. */
final class ExpressionReader {
  /** No column holds a greater power of ten; beyond it exact arithmetic would cost too much. */
  private static final int MAX_EXPONENT = 308;

  Expression read(Cql2Parser.ConditionContext condition) {
    List<Expression> terms = condition.term().stream().map(this::read).toList();
    return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
  }

  private Expression read(Cql2Parser.TermContext term) {
    List<Expression> factors = term.factor().stream().map(this::read).toList();
    return factors.size() == 1 ? factors.get(0) : new Expression.And(factors);
  }

  private Expression read(Cql2Parser.FactorContext factor) {
    return negated(factor.NOT(), read(factor.primary()));
  }

  private Expression read(Cql2Parser.PrimaryContext primary) {
    if (primary.condition() != null) {
      return read(primary.condition());
    } else if (primary.test() != null) {
      return read(operand(primary.operand()), primary.test());
    } else if (primary.comparator() != null) {
      Literal literal =
          primary.constant() != null ? literal(primary.constant()) : bool(primary.BOOLEAN());
      Comparison comparison = comparison(primary.comparator()).flipped();
      return compare(operand(primary.operand()), comparison, literal, primary);
    } else if (primary.BOOLEAN() != null) {
      return new Expression.Constant(bool(primary.BOOLEAN()).value());
    } else if (primary.shape() != null) {
      refuseNoGeometry(primary.property());
      return Wkt.read(primary.shape());
    }
    List<String> texts = primary.STRING().stream().map(ExpressionReader::unquote).toList();
    refuseLongList(texts.size());
    return new Expression.ListTest(name(primary.property()), primary.A_CONTAINS() != null, texts);
  }

  private Expression read(Operand operand, Cql2Parser.TestContext test) {
    if (test.comparator() != null) {
      return compare(
          operand, comparison(test.comparator()), literal(test.literal()), test.literal());
    } else if (test.NULL() != null) {
      return negated(test.NOT(), new Expression.IsNull(geometryName(operand.property())));
    } else if (test.like() != null) {
      Cql2Parser.TextContext text = test.like().text();
      String pattern = unquote(text.STRING());
      boolean fold = operand.folded() || text.CASEI() != null;
      LikePattern like = LikePattern.of(fold ? CaseFold.fold(pattern) : pattern);
      return negated(test.NOT(), new Expression.Like(operand, like));
    }
    List<Cql2Parser.LiteralContext> written =
        test.in() != null ? test.in().literal() : test.between().literal();
    refuseLongList(written.size());
    List<Literal> literals = new ArrayList<>();
    for (Cql2Parser.LiteralContext one : written) {
      Literal literal = literal(one);
      refuseFoldedNonText(operand, literal, one);
      literals.add(literal);
    }
    return negated(
        test.NOT(),
        test.in() != null
            ? new Expression.In(operand, literals)
            : new Expression.Between(operand, literals.get(0), literals.get(1)));
  }

  private static Expression negated(TerminalNode not, Expression expression) {
    return not == null ? expression : new Expression.Not(expression);
  }

  private static Expression compare(
      Operand operand, Comparison comparison, Literal literal, ParserRuleContext where) {
    refuseFoldedNonText(operand, literal, where);
    return new Expression.Compare(operand, comparison, literal);
  }

  private static void refuseFoldedNonText(
      Operand operand, Literal literal, ParserRuleContext where) {
    if (operand.folded() && !(literal instanceof Literal.Text)) {
      throw FilterFaults.at(
          where.getStart(), "CASEI 只能与文本比较", "CASEI compares with text only", "例如 / CASEI('abc')");
    }
  }

  private static void refuseLongList(int size) {
    if (size > FilterParser.MAX_LIST) {
      throw FilterFaults.tooMuch("列表取值数", "values in a list", FilterParser.MAX_LIST);
    }
  }

  private static void refuseNoGeometry(Cql2Parser.PropertyContext property) {
    String name = name(property);
    if (!geometryName(name).equals(LayerSnapshot.GEOMETRY)) {
      throw FilterFaults.at(
          property.getStart(),
          "'" + name + "' 不是几何属性",
          "'" + name + "' is not the geometry",
          "请用 geom / write geom");
    }
  }

  /** Both names of the geometry become the one that snapshots know. */
  private static String geometryName(String name) {
    return name.equals("geometry") ? LayerSnapshot.GEOMETRY : name;
  }

  private static Operand operand(Cql2Parser.OperandContext operand) {
    return new Operand(name(operand.property()), operand.CASEI() != null);
  }

  private static String name(Cql2Parser.PropertyContext property) {
    String text = property.getText();
    return property.QUOTED() == null
        ? text
        : text.substring(1, text.length() - 1).replace("\"\"", "\"");
  }

  private static Comparison comparison(Cql2Parser.ComparatorContext comparator) {
    return switch (comparator.getStart().getType()) {
      case Cql2Lexer.EQ -> Comparison.EQUAL;
      case Cql2Lexer.NE -> Comparison.NOT_EQUAL;
      case Cql2Lexer.LT -> Comparison.LESS;
      case Cql2Lexer.LE -> Comparison.LESS_OR_EQUAL;
      case Cql2Lexer.GT -> Comparison.GREATER;
      default -> Comparison.GREATER_OR_EQUAL;
    };
  }

  private static Literal literal(Cql2Parser.LiteralContext literal) {
    if (literal.constant() != null) {
      return literal(literal.constant());
    }
    return literal.BOOLEAN() != null
        ? bool(literal.BOOLEAN())
        : new Literal.Text(CaseFold.fold(unquote(literal.STRING())));
  }

  private static Literal literal(Cql2Parser.ConstantContext constant) {
    if (constant.DATE() != null) {
      return new Literal.Day(day(constant.STRING()));
    }
    return constant.NUMBER() != null
        ? new Literal.Number(number(constant.NUMBER().getSymbol()))
        : new Literal.Text(unquote(constant.STRING()));
  }

  private static Literal.Bool bool(TerminalNode node) {
    return new Literal.Bool(node.getText().equalsIgnoreCase("TRUE"));
  }

  private static LocalDate day(TerminalNode node) {
    try {
      return LocalDate.parse(unquote(node));
    } catch (DateTimeException e) {
      throw FilterFaults.at(
          node.getSymbol(),
          "不是日期 " + node.getText(),
          "not a date: " + node.getText(),
          "请写成 / write: DATE('2021-03-01')");
    }
  }

  static BigDecimal number(Token token) {
    String text = token.getText();
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String exponent = e < 0 ? "0" : text.substring(e + 1);
    if (exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > MAX_EXPONENT) {
      throw FilterFaults.at(
          token,
          "数字过大或过小 " + text,
          "number out of range: " + text,
          "指数应在 ±308 之内 / exponent ≤ 308");
    }
    return new BigDecimal(text);
  }

  /** The text in single quotes; {@code ''} and {@code \'} are a quote, other backslashes stay. */
  private static String unquote(TerminalNode node) {
    String quoted = node.getText();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\'') {
        i++; // the second of two
      } else if (c == '\\') {
        char next = quoted.charAt(++i);
        if (next == '\'') {
          c = next;
        } else {
          text.append(c);
          c = next;
        }
      }
      text.append(c);
    }
    return text.toString();
  }
}
