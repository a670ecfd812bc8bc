package cn.anlan.analytics.hazard;

import static cn.anlan.analytics.hazard.HazardState.ACCEPTED;
import static cn.anlan.analytics.hazard.HazardState.CLOSED;
import static cn.anlan.analytics.hazard.HazardState.GRADED;
import static cn.anlan.analytics.hazard.HazardState.REGISTERED;
import static cn.anlan.analytics.hazard.HazardState.REOPENED;
import static cn.anlan.analytics.hazard.HazardState.REPORTED;
import static cn.anlan.analytics.hazard.HazardState.SUBMITTED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of the hazard ledger: which step may follow which, under what conditions, and whether a
 * record as it stands can have come about lawfully. Pure; nothing is stored.
 *
 * <p>Sources: 安全生产法 (2021) art. 41 (major hazards are reported to the regulator and the staff); 五落实
 * and 谁验收谁签字谁负责 of the province's 2019 campaign plans; the order of steps is that of the province's
 * rectification ledgers (排查、登记、评估、整改、验收、销号).
 */
public final class HazardLifeCycle {
  private HazardLifeCycle() {}

  /**
   * What speaks against bringing a record into another state; empty where it may go there.
   *
   * @param after the record as it would be: in its new state, with what the step adds
   */
  public static Set<Breach> refuse(HazardRecord before, HazardRecord after) {
    Set<Breach> breaches = check(after);
    HazardState from = before.state();
    HazardState to = after.state();
    boolean allowed = from.next().contains(to);
    if (from == GRADED && to == REPORTED) {
      allowed = after.major();
    } else if (to == SUBMITTED && (from == GRADED || from == REPORTED)) {
      allowed = after.immediateFix();
    }
    if (!allowed) {
      breaches.add(Breach.STEP_NOT_ALLOWED);
    }
    if (to == REOPENED && after.reopenedCount() != before.reopenedCount() + 1) {
      breaches.add(Breach.REOPENING_NOT_COUNTED);
    }
    return breaches;
  }

  /** Everything that cannot be in a record as it stands; empty for a sound one. */
  public static Set<Breach> check(HazardRecord r) {
    Set<Breach> breaches = EnumSet.noneOf(Breach.class);
    dates(r, breaches);
    majors(r, breaches);
    rectification(r, breaches);
    acceptance(r, breaches);
    boolean counted = r.reopenedCount() > 0;
    if (counted != (r.reopenedOn() != null) || (r.state() == REOPENED && !counted)) {
      breaches.add(Breach.REOPENING_NOT_COUNTED);
    }
    return breaches;
  }

  /**
   * Whether the hazard is open and its date is past at the end of a day. Derived and never stored:
   * the answer changes with the day.
   */
  public static boolean isOverdue(HazardRecord r, LocalDate asOf) {
    return !r.state().isFinal() && r.dueOn() != null && r.dueOn().isBefore(asOf);
  }

  private static void dates(HazardRecord r, Set<Breach> breaches) {
    HazardState s = r.state();
    boolean fits = r.foundOn() != null;
    if (s == HazardState.CLOSED_BY_SHUTDOWN) {
      fits &= r.closedOn() != null;
    } else {
      int step = step(s);
      fits &= (r.registeredOn() != null) == (step >= step(REGISTERED));
      fits &= (r.gradedOn() != null) == (step >= step(GRADED));
      fits &= (r.submittedOn() != null) == (step >= step(SUBMITTED));
      // A general hazard is accepted too; only for a major one is a lack of it a breach of its own.
      fits &= (r.acceptedOn() != null) == (step >= step(ACCEPTED)) || s == CLOSED;
      fits &= (r.closedOn() != null) == (s == CLOSED);
    }
    if (!fits) {
      breaches.add(Breach.DATES_DO_NOT_FIT_STATE);
    }
    boolean ordered = ordered(r.foundOn(), r.registeredOn(), r.gradedOn(), r.reportedOn());
    ordered &= ordered(r.gradedOn(), r.reopenedOn(), r.submittedOn(), r.acceptedOn(), r.closedOn());
    ordered &= ordered(r.reportedOn(), r.submittedOn(), r.closedOn());
    ordered &= ordered(r.foundOn(), r.registeredOn(), r.closedOn());
    if (!ordered) {
      breaches.add(Breach.DATES_NOT_IN_ORDER);
    }
  }

  private static void majors(HazardRecord r, Set<Breach> breaches) {
    HazardState s = r.state();
    if (r.major() && r.reportedOn() == null && step(s) >= step(REPORTED)) {
      breaches.add(Breach.MAJOR_NOT_REPORTED);
    }
    if (!r.major() && s == REPORTED) {
      breaches.add(Breach.DATES_DO_NOT_FIT_STATE);
    }
    if (r.major() && s == CLOSED && r.acceptedOn() == null) {
      breaches.add(Breach.MAJOR_CLOSED_UNACCEPTED);
    }
  }

  private static void rectification(HazardRecord r, Set<Breach> breaches) {
    boolean begun = r.state().needsFiveElements();
    if (begun && !r.fiveElements() && !r.immediateFix()) {
      breaches.add(Breach.FIVE_ELEMENTS_MISSING);
    }
    boolean both = r.dueOn() != null && r.originalDueOn() != null;
    boolean none = r.dueOn() == null && r.originalDueOn() == null;
    if (!(both || none)
        || (begun && none)
        || (both
            && (r.dueOn().isBefore(r.originalDueOn())
                || !ordered(r.foundOn(), r.originalDueOn())))) {
      breaches.add(Breach.DUE_DATE_WRONG);
    }
  }

  private static void acceptance(HazardRecord r, Set<Breach> breaches) {
    boolean signed = r.acceptedByPost() != null;
    boolean independent = signed && r.rectifiedByPost() != null && !signedBySelf(r);
    if (r.acceptedOn() != null ? !independent : signed) {
      breaches.add(Breach.SIGNER_NOT_INDEPENDENT);
    }
  }

  private static boolean signedBySelf(HazardRecord r) {
    return r.acceptedByPost().equals(r.rectifiedByPost());
  }

  /** How far a state is along the chain; reopened stands where rectification does. */
  private static int step(HazardState s) {
    return switch (s) {
      case FOUND -> 0;
      case REGISTERED -> 1;
      case GRADED -> 2;
      case REPORTED -> 3;
      case REOPENED, RECTIFYING -> 4;
      case SUBMITTED -> 5;
      case ACCEPTED -> 6;
      case CLOSED -> 7;
      // The firm's end may come at any step.
      case CLOSED_BY_SHUTDOWN -> -1;
    };
  }

  private static boolean ordered(LocalDate... dates) {
    LocalDate last = null;
    for (LocalDate date : dates) {
      if (date != null) {
        if (last != null && date.isBefore(last)) {
          return false;
        }
        last = date;
      }
    }
    return true;
  }
}
