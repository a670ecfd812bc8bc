package cn.anlan.data.datum;

import cn.anlan.geo.datum.OldSystem;
import cn.anlan.geo.datum.SourceSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What settled the coordinate system of a delivery, kept with it. The names of the components are
 * the names in JSON, and stable.
 *
 * @param crs the system that the coordinates were read in
 * @param decision {@code declared}; {@code detected} from evidence; {@code insisted} where the user
 *     insisted against evidence or against the file's own declaration
 * @param source {@code option}, {@code file}, {@code rfc7946} or {@code evidence}
 * @param finding {@code supports} the system, {@code doubt}, {@code against} it, or {@code none}
 *     where there is nothing to weigh
 * @param words the finding in a sentence, Chinese first; null where there is none
 * @param hypotheses the systems weighed; empty for systems of metres
 * @param namedRows rows looked at that name a county whose area is known
 * @param nearRows of these, rows near enough to a boundary to tell anything
 * @param knownRows rows whose place was known already
 * @param axesSwapped whether north came before east in every row, and was put in order
 * @param parameters the office's parameters where the datum is an old one, else null
 */
public record DatumReport(
    String crs,
    String decision,
    String source,
    String finding,
    String words,
    List<Weighed> hypotheses,
    long namedRows,
    long nearRows,
    long knownRows,
    boolean axesSwapped,
    Parameters parameters) {

  /**
   * One hypothesis.
   *
   * @param oddsAgainst odds of the best one against this one; 1 for the best itself, and at most a
   *     thousand million
   * @param outsideShare share of the named rows that would lie outside their county
   */
  public record Weighed(String crs, double oddsAgainst, double outsideShare) {}

  /** Which parameters were used, and who gave them; never their values. */
  public record Parameters(String id, String source, double sigmaM) {
    /** Null for a system that needs none. */
    public static Parameters of(SourceSystem system) {
      return system instanceof OldSystem old
          ? new Parameters(
              old.parameters().id(), old.parameters().source(), old.parameters().sigmaM())
          : null;
    }
  }

  public DatumReport {
    hypotheses = List.copyOf(hypotheses);
  }

  /** The hypotheses of a weighing as the report has them. */
  public static List<Weighed> weighed(DatumOdds odds) {
    return Arrays.stream(Hypothesis.values())
        .map(
            h ->
                new Weighed(
                    h.system().code(),
                    rounded(odds.oddsAgainst().get(h)),
                    rounded(odds.outsideShare().get(h))))
        .toList();
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
  }
}
