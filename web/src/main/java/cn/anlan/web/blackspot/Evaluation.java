package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BeforeAfter;
import cn.anlan.analytics.blackspot.Crash;
import cn.anlan.analytics.blackspot.Ledger;
import cn.anlan.analytics.blackspot.Route;
import cn.anlan.analytics.blackspot.SafetyPerformance;
import cn.anlan.analytics.blackspot.Section;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.text.Text;
import cn.anlan.web.blackspot.Screenings.Screened;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a treatment did to a stretch of road: before and after by empirical Bayes ({@link
 * BeforeAfter}), with the safety performance function of the screening.
 *
 * @param from first day of the time before: the ledger's first
 * @param to last day of the time after
 * @param adtBefore mean daily traffic of the stretch, both directions, as counted or as given
 * @param adtAfter the same after; where nobody gives one, as before
 * @param effectiveness θ; below 1 fewer crashes than without the treatment
 * @param verdict better, not_told or worse: whether the 95 % interval excludes 1; not_comparable
 *     where the safety performance function does not describe the stretch
 * @param adtAfterGiven whether somebody gave the traffic after
 */
public record Evaluation(
    String routeNo,
    String fromStake,
    String toStake,
    double lengthKm,
    LocalDate from,
    LocalDate treatedOn,
    LocalDate to,
    double adtBefore,
    double adtAfter,
    boolean adtAfterGiven,
    int observedBefore,
    int observedAfter,
    double predictedBefore,
    double predictedAfter,
    double expectedBefore,
    double withoutTreatment,
    double variance,
    double oddsRatio,
    double effectiveness,
    Double standardError,
    double lower,
    double upper,
    double reductionPct,
    String verdict,
    Text text) {
  private static final double DAYS_A_YEAR = 365.25;

  /** Least time on either side for which anything is said. */
  private static final int LEAST_DAYS = 90;

  /**
   * @param route as people write it
   * @param fromKm stake of the one end
   * @param toKm stake of the other
   * @param treatedOn the day on which the treatment was finished; it counts neither before nor
   *     after
   * @param adtBefore vehicles a day before; null for what was counted
   * @param adtAfter vehicles a day after; null for no change
   */
  public record Question(
      String route,
      double fromKm,
      double toKm,
      LocalDate treatedOn,
      Double adtBefore,
      Double adtAfter) {
    public Question {
      for (Double adt : new Double[] {adtBefore, adtAfter}) {
        if (adt != null && !(adt > 0 && adt < 1e6)) {
          throw new UserFault(
              "日交通量 (vehicles a day) " + adt + " 超出范围 (out of range)",
              "取 0 以上、100 万以下 (take more than 0, below a million)");
        }
      }
    }
  }

  /**
   * Evaluates a stretch.
   *
   * @throws UserFault for a route or stretch that is not stored, a last day after the ledger's, too
   *     little time before or after, traffic that nobody knows, or too few stretches for a safety
   *     performance function
   */
  public static Evaluation of(Screened screened, Question question) {
    Ledger ledger = ledger(screened);
    Route route = route(screened, question.route);
    double fromM = Stakes.metres(Math.min(question.fromKm, question.toKm));
    double toM = Stakes.metres(Math.max(question.fromKm, question.toKm));
    Section section = Section.of(route, fromM, toM);
    if (!(section.lengthM() > 0)) {
      Section whole = Section.of(route, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      throw new UserFault(
          "%s 在 %s—%s 之间没有道路 (no road there)"
              .formatted(route.routeNo(), Stakes.text(question.fromKm), Stakes.text(question.toKm)),
          "它的桩号为 (its stakes are) %s—%s"
              .formatted(
                  Stakes.text(whole.fromM() / StoredRoutes.KM),
                  Stakes.text(whole.toM() / StoredRoutes.KM)));
    }
    SafetyPerformance performance =
        screened
            .result()
            .performance()
            .orElseThrow(
                () ->
                    new UserFault(
                        "没有安全性能函数：有交通量的路段太少 (no safety performance function: too few traffic counts)",
                        "补充公路的年平均日交通量 (add traffic counts to the roads)"));
    double before = question.adtBefore != null ? question.adtBefore : adt(section);
    double after = question.adtAfter != null ? question.adtAfter : before;
    LocalDate first = ledger.firstDay();
    long daysBefore = ChronoUnit.DAYS.between(first, question.treatedOn);
    long daysAfter = ChronoUnit.DAYS.between(question.treatedOn, screened.asOf());
    if (daysBefore < LEAST_DAYS || daysAfter < LEAST_DAYS) {
      throw new UserFault(
          "完工日 %s 前有 %d 天、后有 %d 天的事故记录，太短 (too little time before or after)"
              .formatted(question.treatedOn, Math.max(0, daysBefore), Math.max(0, daysAfter)),
          remedy(first.plusDays(LEAST_DAYS), screened.asOf().minusDays(LEAST_DAYS), ledger));
    }
    double km = section.lengthM() / StoredRoutes.KM;
    double predictedBefore = performance.perYear(before, km) * daysBefore / DAYS_A_YEAR;
    double predictedAfter = performance.perYear(after, km) * daysAfter / DAYS_A_YEAR;
    int countBefore = count(route, fromM, toM, first.minusDays(1), question.treatedOn);
    int countAfter = count(route, fromM, toM, question.treatedOn, screened.asOf().plusDays(1));
    BeforeAfter result =
        BeforeAfter.of(
            predictedBefore,
            performance.dispersionPerKm() / km,
            countBefore,
            predictedAfter,
            countAfter);
    return new Evaluation(
        route.routeNo(),
        Stakes.text(fromM / StoredRoutes.KM),
        Stakes.text(toM / StoredRoutes.KM),
        km,
        first,
        question.treatedOn,
        screened.asOf(),
        before,
        after,
        question.adtAfter != null,
        countBefore,
        countAfter,
        predictedBefore,
        predictedAfter,
        result.before().expected(),
        result.withoutTreatment(),
        result.variance(),
        result.oddsRatio(),
        result.effectiveness(),
        Double.isNaN(result.standardError()) ? null : result.standardError(),
        result.lower(),
        result.upper(),
        result.reductionPct(),
        result.verdict().name().toLowerCase(Locale.ROOT),
        text(result));
  }

  private static Route route(Screened screened, String words) {
    return screened.findRoute(screened.names().get(words)).orElseThrow();
  }

  private static double adt(Section section) {
    if (Double.isNaN(section.adt())) {
      throw new UserFault(
          "该路段没有交通量 (no traffic count on the stretch)",
          "给出治理前日交通量 (give the vehicles a day before): adtBefore");
    }
    return section.adt();
  }

  /** The ledger, which must reach to the last day asked for: what came later nobody knows. */
  private static Ledger ledger(Screened screened) {
    Ledger ledger = screened.crashes().ledger();
    if (ledger.isEmpty()) {
      throw new UserFault("没有道路交通事故 (no road accidents)", "先导入事故 (import accidents first)");
    }
    if (screened.asOf().isAfter(ledger.lastDay())) {
      throw new UserFault(
          "截止日 %s 晚于事故台账的最后一日 %s (as-of lies after the ledger's last day)"
              .formatted(screened.asOf(), ledger.lastDay()),
          "取 %s 或更早，或先导入其后的事故 (take that day or an earlier one, or import later accidents)"
              .formatted(ledger.lastDay()));
    }
    return ledger;
  }

  private static String remedy(LocalDate from, LocalDate to, Ledger ledger) {
    return from.isAfter(to)
        ? "前后至少各需 %d 天；台账为 %s 至 %s，取更晚的截止日或补充更早的事故 (needs so many days on either side: take a later as-of or import earlier accidents)"
            .formatted(LEAST_DAYS, ledger.firstDay(), ledger.lastDay())
        : "取 %s 至 %s 之间的日期 (take a day between)".formatted(from, to);
  }

  /** After one day and before another. */
  private static int count(
      Route route, double fromM, double toM, LocalDate after, LocalDate before) {
    return (int)
        route.crashes().stream()
            .filter(c -> c.positionM() >= fromM && c.positionM() <= toM)
            .map(Crash::day)
            .filter(day -> day.isAfter(after) && day.isBefore(before))
            .count();
  }

  private static Text text(BeforeAfter r) {
    Object[] figures = {
      r.withoutTreatment(),
      Math.sqrt(r.variance()),
      r.observedAfter(),
      r.effectiveness(),
      r.lower(),
      r.upper()
    };
    String zh = "不治理预计 %.1f±%.1f 起，实有 %d 起；效果指数 θ=%.2f（95%% 区间 %.2f—%.2f）".formatted(figures);
    String en =
        "%.1f±%.1f expected without the treatment, %d counted; θ = %.2f (95 %% interval %.2f to %.2f)"
            .formatted(figures);
    return switch (r.verdict()) {
      case BETTER -> new Text(zh + "：事故减少，不是偶然", en + ": fewer crashes, not by chance");
      case NOT_TOLD -> new Text(zh + "：还看不出变化", en + ": no change can be told yet");
      case WORSE -> new Text(zh + "：事故增多，不是偶然", en + ": more crashes, not by chance");
      case NOT_COMPARABLE ->
          new Text(
              "治理前实有 %.0f 起，同类道路只应有 %.2f 起（概率 %.1e）：安全性能函数不适用于此路段，不予评价"
                  .formatted(r.before().observed(), r.before().predicted(), r.chanceBefore()),
              ("%.0f counted before where like roads have %.2f (probability %.1e): the safety"
                      + " performance function does not describe this stretch, nothing is said")
                  .formatted(r.before().observed(), r.before().predicted(), r.chanceBefore()));
    };
  }
}
