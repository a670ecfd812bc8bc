package cn.anlan.data.demo.ledger;

import static cn.anlan.data.demo.ledger.LedgerDays.END;

import cn.anlan.analytics.hazard.HazardState;
import java.util.Map;
import java.util.Random;

/**
 * One hazard's life, drawn forward from the day it was found and cut off at the end of 2021, so
 * that the state follows from the dates. One object serves all rows.
 */
final class HazardLife {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int[] GENERAL_DUE_DAYS = {7, 15, 15, 30, 30};
  private static final int[] MAJOR_DUE_DAYS = {60, 90, 90, 180};
  private static final String[] GENERAL_FIXERS = {"workshop", "workshop", "equipment"};
  private static final String[] GENERAL_SIGNERS = {"safety_officer", "safety_director"};
  private static final String[] MAJOR_FIXERS = {"equipment", "technical", "plant_management"};
  private static final String[] MAJOR_SIGNERS = {
    "county_regulator", "county_regulator", "city_regulator", "third_party"
  };

  private final Random random;
  private boolean major;
  private boolean immediate;
  private int registered;
  private int graded;
  private int reported;
  private int started;
  private int due;
  private int originalDue;
  private int submitted;
  private int accepted;
  private int closed;
  private int reopened;
  private int reopenedCount;
  private HazardState state;

  HazardLife(Random random) {
    this.random = random;
  }

  HazardState state() {
    return state;
  }

  int closed() {
    return closed;
  }

  int reported() {
    return reported;
  }

  /** Draws the life of a hazard found on {@code found}. */
  void draw(int found, boolean isMajor) {
    begin(found, isMajor);
    round(started, length());
    if (accepted <= END && random.nextDouble() < 0.03) {
      reopen(accepted);
    } else if (closed <= END && random.nextDouble() < 0.006) {
      int review = closed + 30 + random.nextInt(120);
      if (review <= END) {
        reopen(review);
      }
    }
    cut(found);
  }

  /** A life in which everything is submitted, accepted and closed on one given day. */
  void drawClosedOn(int found, boolean isMajor, int day) {
    begin(found, isMajor);
    registered = Math.min(registered, day);
    graded = Math.min(graded, day);
    reported = major ? Math.min(reported, day) : NEVER;
    submitted = day;
    accepted = day;
    closed = day;
    state = HazardState.CLOSED;
  }

  private void begin(int found, boolean isMajor) {
    major = isMajor;
    registered = found + random.nextInt(3);
    graded = registered + random.nextInt(4);
    reported = major ? graded + random.nextInt(2) : NEVER;
    immediate = !major && random.nextDouble() < 0.22;
    started =
        immediate
            ? graded
            : (major ? reported + 4 + random.nextInt(20) : graded + 1 + random.nextInt(3));
    int[] days = major ? MAJOR_DUE_DAYS : GENERAL_DUE_DAYS;
    originalDue = graded + (immediate ? 3 : days[random.nextInt(days.length)]);
    due = originalDue;
    if (!immediate && random.nextDouble() < (major ? 0.15 : 0.05)) {
      due += 15 * (1 + random.nextInt(4));
    }
    reopened = NEVER;
    reopenedCount = 0;
  }

  /** Days from the beginning of rectification to the request for acceptance. */
  private int length() {
    if (immediate) {
      return random.nextInt(2);
    }
    double mean = (major ? 45 : 9) * (random.nextDouble() < 0.04 ? 8 : 1);
    return (int) ((major ? 8 : 2) - mean * Math.log(1 - random.nextDouble()));
  }

  private void round(int from, int lengthDays) {
    submitted = from + lengthDays;
    accepted = submitted + (immediate ? 0 : 1) + random.nextInt(major ? 10 : 4);
    closed = accepted + random.nextInt(major ? 6 : 3);
  }

  private void reopen(int day) {
    immediate = false;
    reopened = day;
    reopenedCount = 1;
    due = Math.max(due, day + 30);
    started = day + 4 + random.nextInt(16);
    round(started, 2 + random.nextInt(40));
  }

  /** Takes away what would happen after the end, or after the firm is shut. */
  private void cut(int found) {
    boolean shut = random.nextDouble() < 0.004 && reopened == NEVER;
    int shutdown = shut ? found + random.nextInt(200) : NEVER;
    boolean ended = shutdown <= END && shutdown < closed;
    int last = ended ? shutdown : END;
    registered = upTo(registered, last);
    graded = upTo(graded, last);
    reported = upTo(reported, last);
    submitted = upTo(submitted, last);
    accepted = upTo(accepted, last);
    closed = ended ? shutdown : upTo(closed, last);
    if (reopened > last) {
      reopened = NEVER;
      reopenedCount = 0;
    }
    if (ended) {
      state = HazardState.CLOSED_BY_SHUTDOWN;
    } else if (closed != NEVER) {
      state = HazardState.CLOSED;
    } else if (accepted != NEVER) {
      state = HazardState.ACCEPTED;
    } else if (submitted != NEVER) {
      state = HazardState.SUBMITTED;
    } else if (started <= END && graded != NEVER && !immediate) {
      state = HazardState.RECTIFYING;
    } else if (reopened != NEVER) {
      state = HazardState.REOPENED;
    } else if (reported != NEVER) {
      state = HazardState.REPORTED;
    } else if (graded != NEVER) {
      state = HazardState.GRADED;
    } else {
      state = registered != NEVER ? HazardState.REGISTERED : HazardState.FOUND;
    }
  }

  private static int upTo(int day, int last) {
    return day <= last ? day : NEVER;
  }

  /** Writes the life into a row. */
  void fill(Map<String, Object> values) {
    values.put("status", state.code());
    put(values, "registered_on", registered);
    put(values, "closed_on", closed);
    put(values, "reopened_on", reopened);
    values.put("reopened_count", (long) reopenedCount);
    if (graded == NEVER) {
      return;
    }
    put(values, "graded_on", graded);
    put(values, "reported_on", reported);
    values.put("hazard_grade", major ? "major" : "general");
    values.put("immediate_fix", immediate);
    put(values, "due_on", due);
    put(values, "original_due_on", originalDue);
    boolean settled = state != HazardState.GRADED && state != HazardState.REPORTED;
    if (!immediate) {
      values.put("five_responsibility", true);
      values.put("five_measures", settled || random.nextBoolean());
      values.put("five_funding", settled);
      values.put("five_deadline", true);
      values.put("five_plan", settled || random.nextBoolean());
    }
    put(values, "submitted_on", submitted);
    put(values, "accepted_on", accepted);
    if (submitted != NEVER) {
      values.put("rectified_by_post", one(major ? MAJOR_FIXERS : GENERAL_FIXERS));
    }
    if (accepted != NEVER) {
      values.put("accepted_by_post", one(major ? MAJOR_SIGNERS : GENERAL_SIGNERS));
    }
  }

  private String one(String[] posts) {
    return posts[random.nextInt(posts.length)];
  }

  private static void put(Map<String, Object> values, String field, int day) {
    if (day != NEVER) {
      values.put(field, LedgerDays.date(day));
    }
  }
}
