package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.filter.Places.Place;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** From the parser's tree of CQL2 Text to {@link Expression}. */
final class TextReader {
  private final FilterCrs crs;

  TextReader(FilterCrs crs) {
    this.crs = crs;
  }

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
    Spot at = FilterFaults.spot(primary.getStart());
    if (primary.condition() != null) {
      return read(primary.condition());
    } else if (primary.test() != null) {
      return read(subject(primary), primary.test());
    } else if (primary.BOOLEAN() != null) {
      return new Expression.Constant(bool(primary.BOOLEAN()).value());
    } else if (primary.SPATIAL() != null) {
      return Places.relates(
          relation(primary.SPATIAL()), place(primary.place(0)), place(primary.place(1)));
    } else if (primary.S_DWITHIN() != null) {
      return Places.near(
          place(primary.place(0)),
          place(primary.place(1)),
          number(primary.NUMBER().getSymbol()),
          unquote(primary.STRING(0)),
          FilterFaults.spot(primary.NUMBER().getSymbol()));
    } else if (primary.TEMPORAL() != null) {
      return TemporalRelation.of(primary.TEMPORAL().getText())
          .of(span(primary.time(0)), span(primary.time(1)), at);
    }
    List<String> texts = primary.STRING().stream().map(TextReader::unquote).toList();
    return Comparisons.list(name(primary.property()), primary.A_CONTAINS() != null, texts);
  }

  private static Scalar subject(Cql2Parser.PrimaryContext primary) {
    if (primary.operand() != null) {
      return scalar(primary.operand());
    }
    return primary.constant() != null ? scalar(primary.constant()) : bool(primary.BOOLEAN());
  }

  private Expression read(Scalar subject, Cql2Parser.TestContext test) {
    if (test.comparator() != null) {
      return Comparisons.compare(
          subject, comparison(test.comparator()), scalar(test.scalar()), spot(test.scalar()));
    } else if (test.NULL() != null) {
      return negated(test.NOT(), Comparisons.isNull(subject, spot(test)));
    } else if (test.like() != null) {
      Folding folding = Folding.NONE;
      Cql2Parser.PatternContext pattern = test.like().pattern();
      for (; pattern.folding() != null; pattern = pattern.pattern()) {
        folding = folding.and(folding(pattern.folding()));
      }
      String text = unquote(pattern.STRING());
      return negated(test.NOT(), Comparisons.like(subject, text, folding, spot(test)));
    } else if (test.between() != null) {
      List<Cql2Parser.ScalarContext> ends = test.between().scalar();
      return negated(
          test.NOT(),
          Comparisons.between(
              subject, scalar(ends.get(0)), scalar(ends.get(1)), spot(ends.get(0))));
    }
    List<Scalar> list = new ArrayList<>();
    test.in().scalar().forEach(one -> list.add(scalar(one)));
    return negated(test.NOT(), Comparisons.in(subject, list, spot(test.in().scalar(0))));
  }

  private static Expression negated(TerminalNode not, Expression expression) {
    return not == null ? expression : new Expression.Not(expression);
  }

  private static Scalar scalar(Cql2Parser.ScalarContext scalar) {
    if (scalar.constant() != null) {
      return scalar(scalar.constant());
    }
    return scalar.BOOLEAN() != null ? bool(scalar.BOOLEAN()) : scalar(scalar.operand());
  }

  private static Scalar scalar(Cql2Parser.ConstantContext constant) {
    if (constant.instant() != null) {
      return day(constant.instant());
    }
    return constant.NUMBER() != null
        ? new Literal.Number(FilterLimits.number(constant.NUMBER().getText(), spot(constant)))
        : new Literal.Text(unquote(constant.STRING()));
  }

  private static Scalar scalar(Cql2Parser.OperandContext operand) {
    if (operand.property() != null) {
      return new Operand(name(operand.property()), Folding.NONE);
    }
    Folding folding = folding(operand.folding());
    Cql2Parser.FoldableContext inner = operand.foldable();
    for (; inner.folding() != null; inner = inner.foldable()) {
      folding = folding.and(folding(inner.folding()));
    }
    return inner.property() != null
        ? new Operand(name(inner.property()), folding)
        : new Literal.Text(folding.fold(unquote(inner.STRING())));
  }

  private static Folding folding(Cql2Parser.FoldingContext folding) {
    return folding.CASEI() != null ? Folding.CASE : Folding.ACCENTS;
  }

  private static Literal.Day day(Cql2Parser.InstantContext instant) {
    String text = unquote(instant.STRING());
    Spot at = FilterFaults.spot(instant.STRING().getSymbol());
    return instant.DATE() != null ? Days.date(text, at) : Days.timestamp(text, at);
  }

  private static TemporalRelation.Span span(Cql2Parser.TimeContext time) {
    if (time.INTERVAL() != null) {
      return Days.span(end(time.end(0), true), end(time.end(1), false), spot(time));
    }
    Scalar one =
        time.property() != null
            ? new Operand(name(time.property()), Folding.NONE)
            : day(time.instant());
    return new TemporalRelation.Span(one, one);
  }

  private static Scalar end(Cql2Parser.EndContext end, boolean first) {
    if (end.STRING() != null) {
      return Days.end(unquote(end.STRING()), first, spot(end));
    }
    return end.property() != null
        ? new Operand(name(end.property()), Folding.NONE)
        : day(end.instant());
  }

  private Place place(Cql2Parser.PlaceContext place) {
    if (place.property() != null) {
      return Places.property(name(place.property()), spot(place));
    } else if (place.BBOX() != null) {
      double[] edges = place.NUMBER().stream().mapToDouble(n -> number(n.getSymbol())).toArray();
      return Places.box(edges, crs);
    }
    return Places.geometry(Wkt.read(place.shape(), spot(place)), crs, spot(place));
  }

  private static SpatialRelation relation(TerminalNode name) {
    return SpatialRelation.valueOf(name.getText().substring(2).toUpperCase(Locale.ROOT));
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

  private static double number(Token token) {
    return FilterLimits.number(token.getText(), FilterFaults.spot(token)).doubleValue();
  }

  private static Literal.Bool bool(TerminalNode node) {
    return new Literal.Bool(node.getText().equalsIgnoreCase("TRUE"));
  }

  private static String name(Cql2Parser.PropertyContext property) {
    String text = property.getText();
    return property.QUOTED() == null
        ? text
        : text.substring(1, text.length() - 1).replace("\"\"", "\"");
  }

  private static Spot spot(ParserRuleContext context) {
    return FilterFaults.spot(context.getStart());
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
