package cn.anlan.analytics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A province that changes over time, played forward from day to day: counties are renamed, merged,
 * split and moved to other cities, zones are founded and dissolved. What the truth is on a day is
 * written down while it happens, so a test need not compute it a second time.
 */
final class RandomProvince {
  static final LocalDate START = LocalDate.of(2000, 1, 1);

  /** What a code means from a day on: the county or zone that counts it. */
  private final Map<String, TreeMap<LocalDate, String>> meaning = new HashMap<>();

  private final Map<String, Unit> units = new TreeMap<>();
  private final List<String> living = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>(List.of(START));
  private final Random random;
  private int next = 100;

  RandomProvince(Random random, int events) {
    this.random = random;
    put(new Unit("P", "P", UnitLevel.PROVINCE, null, null, null, null, null, null, false));
    int cities = 2 + random.nextInt(4);
    for (int i = 0; i < cities; i++) {
      put(new Unit("C" + i, "C", UnitLevel.CITY, "P", null, null, null, null, null, false));
      for (int j = 0; j <= random.nextInt(5); j++) {
        String code = "X" + next++;
        put(county(code, "C" + i, null, null));
        begin(code, LocalDate.MIN, code);
        living.add(code);
      }
    }
    LocalDate day = START;
    for (int i = 0; i < events; i++) {
      day = day.plusDays(1 + random.nextInt(900));
      days.add(day);
      happen(day, cities);
    }
  }

  List<Unit> units() {
    return new ArrayList<>(units.values());
  }

  /** The days on which something changed. */
  List<LocalDate> days() {
    return days;
  }

  /** Every county's and zone's code that ever was. */
  List<String> codes() {
    return meaning.keySet().stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** The code of the unit that a code means on a day. */
  String truth(String code, LocalDate day) {
    return meaning.get(code).floorEntry(day).getValue();
  }

  private void happen(LocalDate day, int cities) {
    String code = living.get(random.nextInt(living.size()));
    switch (random.nextInt(4)) {
      case 0 -> change(code, day, units.get(code).parentCode());
      case 1 -> change(code, day, "C" + random.nextInt(cities));
      case 2 -> merge(code, day);
      default -> split(code, day);
    }
  }

  /** Takes a new code, and perhaps goes to another city. */
  private void change(String code, LocalDate day, String city) {
    String fresh = "X" + next++;
    end(code, day, fresh);
    boolean told = random.nextBoolean();
    put(county(fresh, city, day, told ? code : null));
    meaning.put(fresh, new TreeMap<>(meaning.get(code)));
    redirect(code, fresh, day);
    living.remove(code);
    living.add(fresh);
  }

  private void merge(String code, LocalDate day) {
    if (living.size() < 2) {
      return;
    }
    living.remove(code);
    String into = living.get(random.nextInt(living.size()));
    end(code, day, into);
    redirect(code, into, day);
  }

  private void split(String code, LocalDate day) {
    String fresh = "X" + next++;
    put(county(fresh, units.get(code).parentCode(), day, code));
    meaning.put(fresh, new TreeMap<>(meaning.get(code)));
    begin(fresh, day, fresh);
    living.add(fresh);
  }

  /** All codes that mean {@code from} mean {@code to} from the day on. */
  private void redirect(String from, String to, LocalDate day) {
    for (TreeMap<LocalDate, String> each : meaning.values()) {
      if (each.lastEntry().getValue().equals(from)) {
        each.put(day, to);
      }
    }
  }

  private void end(String code, LocalDate day, String successor) {
    Unit u = units.get(code);
    put(
        new Unit(
            code,
            u.name(),
            u.level(),
            u.parentCode(),
            u.validFrom(),
            day,
            successor,
            u.predecessorCode(),
            null,
            u.isZone()));
  }

  private void begin(String code, LocalDate day, String means) {
    meaning.computeIfAbsent(code, c -> new TreeMap<>()).put(day, means);
  }

  private static Unit county(String code, String city, LocalDate from, String predecessor) {
    return new Unit(code, code, UnitLevel.COUNTY, city, from, null, null, predecessor, null, false);
  }

  private void put(Unit unit) {
    units.put(unit.code(), unit);
  }
}
