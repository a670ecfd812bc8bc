package cn.anlan.analytics.ledger;

import cn.anlan.analytics.hazard.HazardState;
import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * The layer {@code hazard} read for its figures: the days as arrays, so that any cut-off is one
 * pass.
 *
 * <p>The state on a day follows from the row's days. A hazard reopened after that day has lost the
 * day on which it was closed before, and counts as open all the time.
 */
public final class HazardLedger {
  /** No day: later than any cut-off. */
  private static final int NEVER = Integer.MAX_VALUE;

  private static final List<String> GRADES = List.of("major", "general");

  private final LayerSnapshot hazards;
  private final UnitTree tree;
  private final Places places;
  private final int[] found;
  private final int[] registered;
  private final int[] due;
  private final int[] originalDue;
  private final int[] closed;
  private final IntUnaryOperator grade;
  private final IntUnaryOperator shutdown;

  /** 一般 and 重大 are counted apart; a hazard not yet graded stands for itself. */
  public enum Grade {
    MAJOR,
    GENERAL,
    UNGRADED
  }

  /**
   * @param named the hazards that count in a functional zone
   */
  public HazardLedger(LayerSnapshot hazards, Scope scope, NamedRows named, UnitTree tree) {
    this.hazards = hazards;
    this.tree = tree;
    this.places = new Places(hazards, scope, named, tree);
    this.found = days("found_on");
    this.registered = days("registered_on");
    this.due = days("due_on");
    this.originalDue = days("original_due_on");
    this.closed = days("closed_on");
    this.grade = hazards.ranks("hazard_grade", GRADES);
    this.shutdown = hazards.ranks("status", List.of(HazardState.CLOSED_BY_SHUTDOWN.code()));
  }

  private int[] days(String column) {
    int[] days = hazards.epochDays(column);
    for (int i = 0; i < days.length; i++) {
      days[i] = days[i] == Integer.MIN_VALUE ? NEVER : days[i];
    }
    return days;
  }

  /**
   * The figures of the units of a level, each hazard in exactly one of them; what belongs to no
   * unit stands under an empty code.
   */
  public Map<String, Map<Grade, HazardCounts>> counts(UnitLevel level, LocalDate asOf) {
    int day = (int) asOf.toEpochDay();
    int figures = HazardFigure.values().length;
    int grades = Grade.values().length;
    long[][] sums = new long[places.count() * grades][figures];
    places
        .rows()
        .forEach(
            (int row) -> {
              if (found[row] <= day) {
                add(row, day, sums[places.of(row) * grades + grade.applyAsInt(row)]);
              }
            });
    String[] units = places.units(tree, level, asOf);
    Map<String, Map<Grade, HazardCounts>> byUnit = new TreeMap<>();
    for (int i = 0; i < sums.length; i++) {
      String unit = Objects.requireNonNullElse(units[i / grades], "");
      byUnit
          .computeIfAbsent(unit, any -> new TreeMap<>())
          .merge(Grade.values()[i % grades], new HazardCounts(sums[i]), HazardCounts::plus);
    }
    return byUnit;
  }

  private void add(int row, int day, long[] sums) {
    for (HazardFigure figure : HazardFigure.values()) {
      if (counts(figure, row, day)) {
        sums[figure.ordinal()]++;
      }
    }
  }

  /** Whether a hazard that was found by a day is counted by a figure at its end. */
  private boolean counts(HazardFigure figure, int row, int day) {
    boolean isClosed = closed[row] <= day;
    return switch (figure) {
      case REGISTERED -> registered[row] <= day;
      case CLOSED -> isClosed && registered[row] <= day;
      case CLOSED_BY_SHUTDOWN ->
          isClosed && registered[row] <= day && shutdown.applyAsInt(row) == 0;
      case OPEN -> !isClosed;
      case OVERDUE -> !isClosed && due[row] < day;
      case DUE -> due[row] <= day;
      case IN_TIME -> due[row] <= day && closed[row] <= due[row];
      case IN_TIME_AS_FIRST_SET -> due[row] <= day && closed[row] <= originalDue[row];
    };
  }

  /** Which rows make up a figure of a unit, in the order of the snapshot (the figure's lineage). */
  public void rows(
      HazardFigure figure,
      Grade ofGrade,
      UnitLevel level,
      String unit,
      LocalDate asOf,
      IntConsumer each) {
    int day = (int) asOf.toEpochDay();
    String[] units = places.units(tree, level, asOf);
    places
        .rows()
        .forEach(
            (int row) -> {
              boolean here = unit.equals(Objects.requireNonNullElse(units[places.of(row)], ""));
              boolean wanted = ofGrade == null || grade.applyAsInt(row) == ofGrade.ordinal();
              if (here && wanted && found[row] <= day && counts(figure, row, day)) {
                each.accept(row);
              }
            });
  }

  /** Visits the days of finding and closing of each hazard, by the unit that counts it. */
  void walk(UnitLevel level, LocalDate asOf, Visitor visitor) {
    String[] units = places.units(tree, level, asOf);
    places
        .rows()
        .forEach(
            (int row) -> {
              String unit = units[places.of(row)];
              if (unit != null) {
                visitor.visit(unit, found[row], closed[row]);
              }
            });
  }

  /** Days counted from 1970-01-01; {@link Integer#MAX_VALUE} for none. */
  interface Visitor {
    void visit(String unit, int foundDay, int closedDay);
  }
}
