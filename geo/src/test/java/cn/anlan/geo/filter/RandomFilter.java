package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A filter's text, the same in JSON and, made beside them and not from them, what it means for one
 * row: true, false or null for unknown.
 */
record RandomFilter(String text, String json, Function<Object[], Boolean> naive) {
  static final List<ColumnSpec> COLUMNS =
      List.of(
          new ColumnSpec("name", ColumnKind.TEXT),
          new ColumnSpec("行业", ColumnKind.CODE),
          new ColumnSpec("level", ColumnKind.INTEGER),
          new ColumnSpec("score", ColumnKind.NUMBER),
          new ColumnSpec("found_on", ColumnKind.DATE),
          new ColumnSpec("open", ColumnKind.BOOLEAN));
  private static final String[] TEXTS = {"a", "B", "湖口", "九江", "it's", "", "𠮷", "￥"};
  private static final String[] SIGNS = {"=", "<>", "<", "<=", ">", ">="};

  static Object[] row(Random random) {
    Object[] row = new Object[COLUMNS.size()];
    for (int c = 0; c < row.length; c++) {
      row[c] = random.nextInt(4) == 0 ? null : value(c, random);
    }
    return row;
  }

  private static Object value(int column, Random random) {
    return switch (COLUMNS.get(column).kind()) {
      case INTEGER -> (long) random.nextInt(5) - 1;
      case NUMBER -> (random.nextInt(50) - 10) / 10.0;
      case DATE -> LocalDate.of(2020, 12, 28).plusDays(random.nextInt(8));
      case BOOLEAN -> random.nextBoolean();
      default -> TEXTS[random.nextInt(TEXTS.length)];
    };
  }

  static RandomFilter next(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random);
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        RandomFilter part = next(random, depth - 1);
        return new RandomFilter(
            "NOT (" + part.text + ")", op("not", part.json), row -> not(part.naive.apply(row)));
      }
      case 1 -> {
        List<RandomFilter> parts = parts(random, depth);
        return new RandomFilter(
            joined(parts, " AND "),
            op("and", jsons(parts)),
            row -> parts.stream().map(p -> p.naive.apply(row)).reduce(true, RandomFilter::and));
      }
      default -> {
        List<RandomFilter> parts = parts(random, depth);
        return new RandomFilter(
            joined(parts, " or "),
            op("or", jsons(parts)),
            row ->
                not(
                    parts.stream()
                        .map(p -> not(p.naive.apply(row)))
                        .reduce(true, RandomFilter::and)));
      }
    }
  }

  private static List<RandomFilter> parts(Random random, int depth) {
    List<RandomFilter> parts = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      parts.add(next(random, depth - 1));
    }
    return parts;
  }

  private static String joined(List<RandomFilter> parts, String with) {
    return parts.stream().map(p -> "(" + p.text + ")").collect(Collectors.joining(with));
  }

  private static RandomFilter leaf(Random random) {
    int c = random.nextInt(COLUMNS.size());
    String name =
        random.nextBoolean() ? COLUMNS.get(c).name() : "\"" + COLUMNS.get(c).name() + "\"";
    boolean no = random.nextBoolean();
    boolean ordered = COLUMNS.get(c).kind() != ColumnKind.BOOLEAN;
    switch (random.nextInt(ordered ? 5 : 3)) {
      case 0 -> {
        return new RandomFilter(
            name + " IS " + (no ? "NOT " : "") + "NULL",
            negated(no, op("isNull", property(c))),
            row -> no == (row[c] != null));
      }
      case 1 -> {
        List<Object> wanted = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          wanted.add(value(c, random));
        }
        String list = wanted.stream().map(RandomFilter::literal).collect(Collectors.joining(", "));
        return new RandomFilter(
            name + (no ? " NOT" : "") + " IN (" + list + ")",
            negated(no, op("in", property(c), jsonList(wanted))),
            row -> row[c] == null ? null : no != wanted.contains(row[c]));
      }
      case 2 -> {
        Object wanted = value(c, random);
        String sign = SIGNS[random.nextInt(ordered ? 6 : 2)];
        boolean literalFirst = random.nextBoolean();
        return new RandomFilter(
            literalFirst
                ? literal(wanted) + " " + sign + " " + name
                : name + sign + literal(wanted),
            literalFirst
                ? op(sign, json(wanted), property(c))
                : op(sign, property(c), json(wanted)),
            row -> {
              if (row[c] == null) {
                return null;
              }
              int order = compare(row[c], wanted);
              return holds(sign, literalFirst ? -order : order);
            });
      }
      case 3 -> {
        Object low = value(c, random);
        Object high = value(c, random);
        return new RandomFilter(
            "%s %s %s AND %s"
                .formatted(name, no ? "NOT BETWEEN" : "BETWEEN", literal(low), literal(high)),
            negated(no, op("between", property(c), json(low), json(high))),
            row ->
                row[c] == null
                    ? null
                    : no != (compare(row[c], low) >= 0 && compare(row[c], high) <= 0));
      }
      default -> {
        return c < 2 ? like(c, name, no, random) : leaf(random);
      }
    }
  }

  private static RandomFilter like(int c, String name, boolean no, Random random) {
    String part = TEXTS[random.nextInt(TEXTS.length)];
    String quoted = literal(part + "%");
    return new RandomFilter(
        name + (no ? " NOT LIKE " : " LIKE ") + quoted,
        negated(no, op("like", property(c), json(part + "%"))),
        row -> row[c] == null ? null : no != ((String) row[c]).startsWith(part));
  }

  private static boolean holds(String sign, int order) {
    return switch (sign) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b) {
    if (a instanceof String s) { // by code points: U+20BB7 comes after U+FFE5
      int[] x = s.codePoints().toArray();
      int[] y = ((String) b).codePoints().toArray();
      return java.util.Arrays.compare(x, y);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  private static String literal(Object value) {
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    return value instanceof LocalDate day ? "DATE('" + day + "')" : value.toString();
  }

  private static String op(String name, String... args) {
    return "{\"op\":\"" + name + "\",\"args\":[" + String.join(",", args) + "]}";
  }

  private static String[] jsons(List<RandomFilter> parts) {
    return parts.stream().map(part -> part.json).toArray(String[]::new);
  }

  private static String negated(boolean no, String json) {
    return no ? op("not", json) : json;
  }

  private static String property(int column) {
    return "{\"property\":\"" + COLUMNS.get(column).name() + "\"}";
  }

  private static String json(Object value) {
    if (value instanceof String text) {
      return "\"" + text + "\""; // none of TEXTS has anything that JSON escapes
    }
    return value instanceof LocalDate day ? "{\"date\":\"" + day + "\"}" : value.toString();
  }

  private static String jsonList(List<Object> values) {
    return values.stream().map(value -> json(value)).collect(Collectors.joining(",", "[", "]"));
  }

  private static Boolean not(Boolean value) {
    return value == null ? null : !value;
  }

  private static Boolean and(Boolean a, Boolean b) {
    if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
      return false;
    }
    return a == null || b == null ? null : true;
  }
}
