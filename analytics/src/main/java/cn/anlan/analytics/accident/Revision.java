package cn.anlan.analytics.accident;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An accident whose deaths were known otherwise on one day than on another, within the time of
 * article 13, and what follows from it.
 *
 * @param deathsBefore as known on the first day
 * @param deathsAfter as known on the second
 */
public record Revision(
    String code,
    LocalDate occurredOn,
    String countyCode,
    String sector,
    int windowDays,
    long deathsBefore,
    long deathsAfter,
    Severity severityBefore,
    Severity severityAfter) {

  /** Whether the class of the accident, and with it who investigates, is another. */
  public boolean changesSeverity() {
    return severityBefore != severityAfter;
  }

  public InvestigatingLevel investigatorBefore() {
    return InvestigatingLevel.of(severityBefore);
  }

  public InvestigatingLevel investigatorAfter() {
    return InvestigatingLevel.of(severityAfter);
  }

  /** What became of the first report by a day; empty where it still stands. */
  public static Optional<Revision> ofFirstReport(Accident accident, LocalDate knownOn) {
    long after = accident.deathsKnownOn(knownOn);
    return after == accident.deathsFirst()
        ? Optional.empty()
        : Optional.of(
            new Revision(
                accident.code(),
                accident.occurredOn(),
                accident.countyCode(),
                accident.sector(),
                accident.windowDays(),
                accident.deathsFirst(),
                after,
                accident.severity(accident.deathsFirst()),
                accident.severity(after)));
  }

  /** All of them, those that change the severity first, then by day. */
  public static List<Revision> list(List<Accident> accidents, LocalDate knownOn) {
    return accidents.stream()
        .map(a -> ofFirstReport(a, knownOn))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Revision r) -> !r.changesSeverity())
                .thenComparing(Revision::occurredOn)
                .thenComparing(Revision::code))
        .toList();
  }
}
