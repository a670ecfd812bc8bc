package cn.anlan.data.datum;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Odds as people read them. */
public final class OddsWords {
  private static final double MANY = 1e6;

  private OddsWords() {}

  /** {@code 320:1}, or {@code >1000000:1}. */
  public static String ratio(double odds) {
    if (odds >= MANY) {
      return ">1000000:1";
    }
    return String.format(Locale.ROOT, odds < 10 ? "%.1f:1" : "%.0f:1", odds);
  }

  /** What was weighed, and how it came out. */
  public static String sentence(DatumOdds odds) {
    Hypothesis best = odds.best();
    String against =
        Arrays.stream(Hypothesis.values())
            .filter(h -> h != best)
            .map(h -> ratio(odds.oddsAgainst().get(h)) + " 于 " + name(h))
            .collect(Collectors.joining(", "));
    String outside =
        Arrays.stream(Hypothesis.values())
            .map(
                h ->
                    name(h)
                        + " "
                        + String.format(Locale.ROOT, "%.1f%%", 100 * odds.outsideShare().get(h)))
            .collect(Collectors.joining(", "));
    String known = odds.knownRows() == 0 ? "" : ",已知位置 (known places) " + odds.knownRows() + " 处";
    return "按 "
        + odds.namedRows()
        + " 行所报的县(近县界 "
        + odds.nearRows()
        + " 行)"
        + known
        + ": "
        + name(best)
        + " 胜算 (odds) "
        + against
        + "; 落在所报县外的行 (rows outside their county): "
        + outside;
  }

  /** WGS 84 and CGCS2000 are one hypothesis. */
  public static String name(Hypothesis h) {
    return h == Hypothesis.CGCS2000 ? "CGCS2000/WGS 84" : h.system().code();
  }
}
