package cn.anlan.data.snapshots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A condition in CQL2 Text and, made beside it and not from it, in PostgreSQL's SQL. The columns
 * are those of {@link FilterAgainstPostgisTest}; coordinates stand on a grid of a quarter of a
 * degree, so that shapes often touch and coincide, and every one is exact in binary.
 */
record RandomCondition(String cql, String sql) {
  static final String[] TEXTS = {
    "九江", "Élan", "elan", "ELAN", "it's", "𠮷安", "A%b", "a_b", "", "￥"
  };
  private static final String[] PATTERNS = {
    "%", "e%", "É_a%", "A\\%b", "_\\_b", "九%", "𠮷_", "", "%'s"
  };
  private static final String[] SIGNS = {"=", "<>", "<", "<=", ">", ">="};
  private static final String[] TEXT_COLUMNS = {"name", "nickname"};
  private static final String[] NUMBER_COLUMNS = {"workers", "places", "height"};
  private static final String[] DAY_COLUMNS = {"since", "until"};

  static RandomCondition next(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return leaf(random);
    }
    RandomCondition a = next(random, depth - 1);
    if (random.nextInt(3) == 0) {
      return new RandomCondition("NOT (" + a.cql + ")", "NOT (" + a.sql + ")");
    }
    RandomCondition b = next(random, depth - 1);
    String join = random.nextBoolean() ? " AND " : " OR ";
    return new RandomCondition(
        "(" + a.cql + ")" + join + "(" + b.cql + ")", "(" + a.sql + ")" + join + "(" + b.sql + ")");
  }

  private static RandomCondition leaf(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> comparison(random);
      case 1 -> like(random);
      case 2 -> in(random);
      case 3 -> between(random);
      case 4 -> isNull(random);
      case 5 -> list(random);
      case 6 -> instant(random);
      case 7 -> interval(random);
      default -> spatial(random);
    };
  }

  private static RandomCondition comparison(Random random) {
    String sign = pick(SIGNS, random);
    switch (random.nextInt(4)) {
      case 0 -> {
        String[] texts = folded(random);
        return new RandomCondition(
            texts[0] + " " + sign + " " + texts[1], texts[2] + " " + sign + " " + texts[3]);
      }
      case 1 -> {
        String a = number(random);
        String b = number(random);
        return same(a + " " + sign + " " + b);
      }
      case 2 -> {
        String a = pick(DAY_COLUMNS, random);
        String b = random.nextBoolean() ? "DATE '" + day(random) + "'" : pick(DAY_COLUMNS, random);
        return new RandomCondition(
            a + " " + sign + " " + b.replaceFirst("DATE ('.*')", "DATE($1)"),
            a + " " + sign + " " + b);
      }
      default -> {
        return same("open " + sign + (random.nextBoolean() ? " TRUE" : " FALSE"));
      }
    }
  }

  /** Both sides in CQL2, then both in SQL. */
  private static String[] folded(Random random) {
    String column = pick(TEXT_COLUMNS, random);
    String other =
        random.nextInt(3) == 0 ? pick(TEXT_COLUMNS, random) : quoted(pick(TEXTS, random));
    String fold = new String[] {"%s", "CASEI(%s)", "ACCENTI(%s)"}[random.nextInt(3)];
    return new String[] {
      fold.formatted(column), fold.formatted(other), sqlFold(fold, column), sqlFold(fold, other)
    };
  }

  private static String sqlFold(String fold, String text) {
    String folded =
        switch (fold) {
          case "CASEI(%s)" -> "lower(upper(" + text + " COLLATE \"C.utf8\"))";
          case "ACCENTI(%s)" ->
              "normalize(regexp_replace(normalize("
                  + text
                  + ", NFD), '[\\u0300-\\u036f]', '', 'g'), NFC)";
          default -> text;
        };
    return folded + " COLLATE \"C\"";
  }

  private static RandomCondition like(Random random) {
    String column = pick(TEXT_COLUMNS, random);
    String not = random.nextBoolean() ? " NOT LIKE " : " LIKE ";
    return same(column + not + quoted(pick(PATTERNS, random)));
  }

  private static RandomCondition in(Random random) {
    List<String> values = new ArrayList<>();
    boolean texts = random.nextBoolean();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      values.add(texts ? quoted(pick(TEXTS, random)) : number(random));
    }
    String subject = texts ? pick(TEXT_COLUMNS, random) : pick(NUMBER_COLUMNS, random);
    String not = random.nextBoolean() ? " NOT IN (" : " IN (";
    return same(subject + not + String.join(", ", values) + ")");
  }

  private static RandomCondition between(Random random) {
    String not = random.nextBoolean() ? " NOT BETWEEN " : " BETWEEN ";
    return same(number(random) + not + number(random) + " AND " + number(random));
  }

  private static RandomCondition isNull(Random random) {
    String column =
        pick(new String[] {"name", "workers", "height", "open", "since", "tags", "geom"}, random);
    return same(column + (random.nextBoolean() ? " IS NULL" : " IS NOT NULL"));
  }

  private static RandomCondition list(Random random) {
    List<String> wanted = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      wanted.add(quoted(pick(TEXTS, random)));
    }
    String values = String.join(", ", wanted);
    boolean all = random.nextBoolean();
    return new RandomCondition(
        (all ? "A_CONTAINS(tags, (" : "A_OVERLAPS(tags, (") + values + "))",
        "tags " + (all ? "@>" : "&&") + " ARRAY[" + values + "]::text[]");
  }

  /** A day against an interval: PostgreSQL's own operators of ranges. */
  private static RandomCondition instant(Random random) {
    LocalDate first = day(random);
    LocalDate last = first.plusDays(random.nextInt(6));
    boolean open = random.nextInt(4) == 0;
    String column = pick(DAY_COLUMNS, random);
    String[] functions = {"T_AFTER", "T_BEFORE", "T_INTERSECTS", "T_DISJOINT", "T_EQUALS"};
    String[] operators = {"%s >> %s", "%s << %s", "%s && %s", "NOT %s && %s", "%s = %s"};
    int i = random.nextInt(functions.length);
    String range =
        open
            ? "daterange('%s', 'infinity', '[]')".formatted(first)
            : "daterange('%s', '%s', '[]')".formatted(first, last);
    String own = "daterange(%1$s, %1$s, '[]')".formatted(column);
    return new RandomCondition(
        "%s(%s, INTERVAL('%s', '%s'))".formatted(functions[i], column, first, open ? ".." : last),
        "CASE WHEN %s IS NOT NULL THEN %s END"
            .formatted(column, operators[i].formatted(own, range)));
  }

  /** Two intervals, by the ends. */
  private static RandomCondition interval(Random random) {
    String first = "DATE '" + day(random) + "'";
    String last =
        "DATE '" + LocalDate.parse(first.substring(6, 16)).plusDays(random.nextInt(8)) + "'";
    String[][] relations = {
      {"T_CONTAINS", "since < %1$s AND until > %2$s"},
      {"T_DURING", "since > %1$s AND until < %2$s"},
      {"T_EQUALS", "since = %1$s AND until = %2$s"},
      {"T_STARTS", "since = %1$s AND until < %2$s"},
      {"T_STARTEDBY", "since = %1$s AND until > %2$s"},
      {"T_FINISHES", "since > %1$s AND until = %2$s"},
      {"T_FINISHEDBY", "since < %1$s AND until = %2$s"},
      {"T_MEETS", "until = %1$s"},
      {"T_METBY", "since = %2$s"},
      {"T_OVERLAPS", "since < %1$s AND until > %1$s AND until < %2$s"},
      {"T_OVERLAPPEDBY", "since > %1$s AND since < %2$s AND until > %2$s"},
      {"T_INTERSECTS", "since <= %2$s AND until >= %1$s"},
    };
    String[] relation = relations[random.nextInt(relations.length)];
    return new RandomCondition(
        "%s(INTERVAL(since, until), INTERVAL(%s, %s))"
            .formatted(relation[0], first.substring(5), last.substring(5)),
        relation[1].formatted(first, last));
  }

  private static RandomCondition spatial(Random random) {
    String[] names = {
      "INTERSECTS", "DISJOINT", "EQUALS", "TOUCHES", "CROSSES", "OVERLAPS", "WITHIN", "CONTAINS"
    };
    String name = pick(names, random);
    String wkt = wkt(random);
    boolean rowFirst = random.nextBoolean();
    String args = rowFirst ? "(geom, %s)" : "(%s, geom)";
    return new RandomCondition(
        "S_" + name + args.formatted(wkt),
        "ST_" + name + args.formatted("ST_GeomFromText('" + wkt + "', 4490)"));
  }

  /** A point, line, box or triangle on the grid. */
  static String wkt(Random random) {
    double x = 115 + random.nextInt(6) / 4.0;
    double y = 27 + random.nextInt(6) / 4.0;
    double w = (1 + random.nextInt(4)) / 4.0;
    double h = (1 + random.nextInt(4)) / 4.0;
    return switch (random.nextInt(5)) {
      case 0 -> "POINT(%s %s)".formatted(x, y);
      case 1 -> "LINESTRING(%s %s, %s %s)".formatted(x, y, x + w, y + h);
      case 2 -> "MULTIPOINT((%s %s), (%s %s))".formatted(x, y, x + w, y);
      case 3 ->
          "POLYGON((%1$s %2$s, %3$s %2$s, %1$s %4$s, %1$s %2$s))".formatted(x, y, x + w, y + h);
      default ->
          "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
              .formatted(x, y, x + w, y + h);
    };
  }

  static LocalDate day(Random random) {
    return LocalDate.of(2021, 2, 25).plusDays(random.nextInt(10));
  }

  private static String number(Random random) {
    return random.nextBoolean()
        ? pick(NUMBER_COLUMNS, random)
        : String.valueOf((random.nextInt(17) - 4) / 2.0);
  }

  private static RandomCondition same(String both) {
    return new RandomCondition(both, both);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String pick(String[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
