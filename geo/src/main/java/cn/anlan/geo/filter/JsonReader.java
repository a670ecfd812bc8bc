package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** From CQL2 JSON to {@link Expression}. */
final class JsonReader {
  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "=", Comparison.EQUAL,
          "<>", Comparison.NOT_EQUAL,
          "<", Comparison.LESS,
          "<=", Comparison.LESS_OR_EQUAL,
          ">", Comparison.GREATER,
          ">=", Comparison.GREATER_OR_EQUAL);

  private final JsonValues values;

  JsonReader(FilterCrs crs) {
    this.values = new JsonValues(crs);
  }

  Expression read(JsonSpot node) {
    return read(node, 1);
  }

  private Expression read(JsonSpot node, int depth) {
    if (depth > FilterLimits.MAX_DEPTH) {
      throw FilterFaults.tooMuch("条件层数", "levels of conditions", FilterLimits.MAX_DEPTH);
    }
    if (node.node().isBoolean()) {
      return new Expression.Constant(node.node().asBoolean());
    }
    String op = node.op();
    Comparison comparison = COMPARISONS.get(op);
    if (comparison != null) {
      List<JsonSpot> args = node.args(2);
      return Comparisons.compare(
          values.scalar(args.get(0)), comparison, values.scalar(args.get(1)), args.get(1));
    }
    String name = op.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "and" -> joined(node, Expression.And::new, depth);
      case "or" -> joined(node, Expression.Or::new, depth);
      case "not" -> new Expression.Not(read(node.args(1).get(0), depth + 1));
      case "isnull" -> Comparisons.isNull(values.scalar(node.args(1).get(0)), node);
      case "like" -> like(node.args(2));
      case "between" -> between(node.args(3));
      case "in" -> in(node.args(2));
      case "a_contains", "a_overlaps" -> list(node.args(2), name.equals("a_contains"));
      case "s_dwithin" -> near(node.args(4));
      default -> function(node, name);
    };
  }

  private Expression joined(JsonSpot node, Function<List<Expression>, Expression> join, int depth) {
    List<Expression> parts = new ArrayList<>();
    node.args().forEach(part -> parts.add(read(part, depth + 1)));
    if (parts.size() < 2) {
      throw node.fault("至少要有两个条件", "two conditions at least are needed", "见 / see args");
    }
    return join.apply(parts);
  }

  private Expression like(List<JsonSpot> args) {
    JsonValues.Folded pattern = values.folded(args.get(1));
    return Comparisons.like(
        values.scalar(args.get(0)), pattern.inner().text(), pattern.folding(), args.get(0));
  }

  private Expression between(List<JsonSpot> args) {
    return Comparisons.between(
        values.scalar(args.get(0)),
        values.scalar(args.get(1)),
        values.scalar(args.get(2)),
        args.get(1));
  }

  private Expression in(List<JsonSpot> args) {
    List<Scalar> list = args.get(1).items().stream().map(values::scalar).toList();
    if (list.isEmpty()) {
      throw args.get(1).wrong("非空数组", "an array that is not empty", "[1, 2]");
    }
    return Comparisons.in(values.scalar(args.get(0)), list, args.get(1));
  }

  private Expression list(List<JsonSpot> args, boolean all) {
    String property = args.get(0).member("property").text();
    return Comparisons.list(
        property, all, args.get(1).items().stream().map(JsonSpot::text).toList());
  }

  private Expression near(List<JsonSpot> args) {
    return Places.near(
        values.place(args.get(0)),
        values.place(args.get(1)),
        args.get(2).number(),
        args.get(3).text(),
        args.get(2));
  }

  private Expression function(JsonSpot node, String name) {
    for (SpatialRelation relation : SpatialRelation.values()) {
      if (name.equals("s_" + relation.name().toLowerCase(Locale.ROOT))) {
        List<JsonSpot> args = node.args(2);
        return Places.relates(relation, values.place(args.get(0)), values.place(args.get(1)));
      }
    }
    for (TemporalRelation relation : TemporalRelation.values()) {
      if (name.equals(relation.name().toLowerCase(Locale.ROOT))) {
        List<JsonSpot> args = node.args(2);
        return relation.of(values.span(args.get(0)), values.span(args.get(1)), node);
      }
    }
    throw node.fault("没有运算 '" + node.op() + "'", "no such operator", FilterFaults.OPERATORS);
  }
}
