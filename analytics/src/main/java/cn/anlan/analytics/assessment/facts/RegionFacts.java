package cn.anlan.analytics.assessment.facts;

import cn.anlan.analytics.accident.Severity;
import java.util.List;

/**
 * What the ledgers say of one region (of one sector, or of all) at the end of a day. Counts only:
 * what they mean is the model's business.
 *
 * @param code of the reporting unit
 * @param population residents; 0 where none is known, as for a functional zone
 * @param enterprises in operation by then
 * @param accidents in the model's window, from ordinary to extraordinary
 * @param deaths in these accidents
 * @param registered hazards ever registered
 * @param closed of these
 * @param open hazards found and not closed
 * @param openMajor of these
 * @param overdue of the open ones
 * @param listingsOverdue listings past their date by more than the model's days
 */
public record RegionFacts(
    String code,
    String name,
    long population,
    int enterprises,
    List<Integer> accidents,
    int deaths,
    int registered,
    int closed,
    int open,
    int openMajor,
    int overdue,
    int listingsOverdue) {
  public RegionFacts {
    accidents = List.copyOf(accidents);
  }

  /** Accidents of a severity in the window. */
  public int accidents(Severity severity) {
    return accidents.get(severity.ordinal());
  }

  /** All accidents in the window. */
  public int accidentCount() {
    return accidents.stream().mapToInt(Integer::intValue).sum();
  }
}
