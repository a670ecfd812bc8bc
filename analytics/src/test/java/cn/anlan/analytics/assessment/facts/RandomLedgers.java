package cn.anlan.analytics.assessment.facts;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ledgers of a small province drawn at random: two cities, six counties one of which is split off
 * another in the middle of the time, a functional zone founded later, rows without dates and rows
 * whose codes belong to nobody. The rows are kept as maps, for who counts them one by one.
 */
public final class RandomLedgers {
  public static final LocalDate START = LocalDate.of(2019, 1, 1);
  public static final int DAYS = 3 * 365;

  private static final List<String> COUNTIES =
      List.of("360101", "360102", "360103", "360201", "360202", "360203");
  private static final List<String> DECLARED =
      List.of("360101", "360102", "360103", "360201", "360202", "360203", "360100", "999999");
  private static final List<String> SECTORS = List.of("fire", "construction", "road_transport");
  private static final String ZONE = "FZ-1";

  private final Random random;
  private final Map<Long, Map<String, Object>> hazards = new TreeMap<>();
  private final List<Map<String, Object>> accidents = new ArrayList<>();
  private final List<Map<String, Object>> listings = new ArrayList<>();
  private final List<Map<String, Object>> enterprises = new ArrayList<>();
  private final List<Map<String, Object>> riskPoints = new ArrayList<>();
  private final Set<Long> written = new HashSet<>();
  private final Set<Long> gone = new HashSet<>();
  private FactSources sources;
  private long nextId = 1;
  private int version = 1;

  public RandomLedgers(Random random, int hazardCount) {
    this.random = random;
    for (int i = 0; i < 120; i++) {
      Map<String, Object> row = row("E" + i, one(DECLARED));
      row.put("commissioned_on", random.nextInt(4) == 0 ? null : day(DAYS));
      row.put("reporting_unit_code", random.nextInt(10) == 0 ? ZONE : null);
      enterprises.add(row);
    }
    for (int i = 0; i < 60; i++) {
      Map<String, Object> row = row("R" + i, one(DECLARED));
      row.put("enterprise_code", random.nextInt(3) == 0 ? null : "E" + random.nextInt(120));
      row.put("level", (long) (1 + random.nextInt(4)));
      riskPoints.add(row);
    }
    for (int i = 0; i < hazardCount; i++) {
      hazards.put(nextId, hazard(nextId++));
    }
    for (int i = 0; i < 150; i++) {
      accidents.add(accident(i));
    }
    for (int i = 0; i < 40; i++) {
      Map<String, Object> row = row("L" + i, one(DECLARED));
      LocalDate listed = day(DAYS);
      row.put("hazard_code", "H" + (1 + random.nextInt(hazardCount)));
      row.put("listed_on", listed);
      row.put("due_on", listed.plusDays(random.nextInt(60)));
      row.put("delisted_on", random.nextBoolean() ? null : listed.plusDays(random.nextInt(300)));
      listings.add(row);
    }
    this.sources =
        new FactSources(
            hazardSnapshot(hazards),
            snapshot("accident", accidents),
            snapshot("listing", listings),
            snapshot("enterprise", enterprises),
            snapshot("risk_point", riskPoints),
            units(),
            regions());
  }

  public FactSources sources() {
    return sources;
  }

  /** The same province with empty ledgers of hazards and accidents. */
  public FactSources silent() {
    return new FactSources(
        hazardSnapshot(Map.of()),
        snapshot("accident", List.of()),
        snapshot("listing", List.of()),
        sources.enterprises(),
        sources.riskPoints(),
        sources.units(),
        sources.regions());
  }

  List<Map<String, Object>> hazards() {
    return List.copyOf(hazards.values());
  }

  List<Map<String, Object>> accidents() {
    return accidents;
  }

  List<Map<String, Object>> listings() {
    return listings;
  }

  List<Map<String, Object>> enterprises() {
    return enterprises;
  }

  /** The reporting unit that a row names, itself or through what it belongs to; null for none. */
  String unitOf(Map<String, Object> row) {
    if (row.get("reporting_unit_code") != null) {
      return (String) row.get("reporting_unit_code");
    }
    if (row.get("hazard_code") != null) {
      String code = (String) row.get("hazard_code");
      return hazards.values().stream()
          .filter(h -> h.get("code").equals(code))
          .findFirst()
          .map(this::unitOf)
          .orElse(null);
    }
    if (row.get("enterprise_code") != null) {
      return unitOf(get(enterprises, row.get("enterprise_code")));
    }
    return row.get("risk_point_code") == null
        ? null
        : unitOf(get(riskPoints, row.get("risk_point_code")));
  }

  /** Changes, adds and removes hazards, as a commit does; the other layers stay. */
  public void edit(int rows) {
    List<Long> ids = new ArrayList<>(hazards.keySet());
    for (int i = 0; i < rows; i++) {
      long id = ids.get(random.nextInt(ids.size()));
      if (random.nextInt(5) == 0) {
        hazards.remove(id);
        written.remove(id);
        gone.add(id);
      } else if (random.nextInt(4) == 0) {
        hazards.put(nextId, hazard(nextId));
        written.add(nextId++);
      } else if (hazards.containsKey(id)) {
        hazards.put(id, hazard(id));
        written.add(id);
      }
    }
    Map<Long, Map<String, Object>> behind = new TreeMap<>();
    written.forEach(id -> behind.put(id, hazards.get(id)));
    version++;
    SnapshotBuilder builder = builder("hazard", HAZARD);
    behind.forEach((id, row) -> add(builder, id, row, HAZARD));
    put(builder.buildBehind(sources.hazards(), gone.stream().mapToLong(Long::longValue).toArray()));
  }

  /** Packs the hazards anew. */
  public void pack() {
    written.clear();
    gone.clear();
    put(hazardSnapshot(hazards));
  }

  /** One more accident. */
  public void addAccident() {
    accidents.add(accident(accidents.size()));
    sources =
        new FactSources(
            sources.hazards(),
            snapshot("accident", accidents),
            sources.listings(),
            sources.enterprises(),
            sources.riskPoints(),
            sources.units(),
            sources.regions());
  }

  private void put(LayerSnapshot changed) {
    sources =
        new FactSources(
            changed,
            sources.accidents(),
            sources.listings(),
            sources.enterprises(),
            sources.riskPoints(),
            sources.units(),
            sources.regions());
  }

  private Map<String, Object> hazard(long id) {
    Map<String, Object> row = row("H" + id, one(DECLARED));
    LocalDate found = day(DAYS);
    LocalDate registered = random.nextInt(9) == 0 ? null : found.plusDays(random.nextInt(5));
    LocalDate closed = random.nextInt(3) == 0 ? null : found.plusDays(random.nextInt(150));
    row.put("found_on", found);
    row.put("registered_on", registered);
    row.put("graded_on", random.nextInt(5) == 0 ? null : found.plusDays(random.nextInt(9)));
    row.put("hazard_grade", random.nextInt(4) == 0 ? "major" : "general");
    row.put("due_on", random.nextInt(8) == 0 ? null : found.plusDays(random.nextInt(90)));
    row.put("closed_on", closed);
    boolean ofEnterprise = random.nextBoolean();
    row.put("enterprise_code", ofEnterprise ? "E" + random.nextInt(120) : null);
    row.put("risk_point_code", ofEnterprise ? null : "R" + random.nextInt(60));
    return row;
  }

  private Map<String, Object> accident(int i) {
    Map<String, Object> row = row("A" + i, one(DECLARED));
    row.put("occurred_on", day(DAYS));
    row.put("deaths", (long) (random.nextInt(9) == 0 ? random.nextInt(35) : random.nextInt(3)));
    row.put("serious_injuries", (long) random.nextInt(8));
    row.put("acute_poisoned", (long) random.nextInt(4));
    row.put("direct_loss_10k_yuan", random.nextInt(900) + 0.5);
    row.put("is_production_related", random.nextInt(4) != 0);
    row.put("enterprise_code", random.nextBoolean() ? null : "E" + random.nextInt(120));
    return row;
  }

  private Map<String, Object> row(String code, String county) {
    Map<String, Object> row = new TreeMap<>();
    row.put("code", code);
    row.put("county_code", county);
    row.put("sector", one(SECTORS));
    row.put("is_demo", true);
    return row;
  }

  private LocalDate day(int within) {
    return START.plusDays(random.nextInt(within));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Map<String, Object> get(List<Map<String, Object>> rows, Object code) {
    return rows.stream().filter(r -> r.get("code").equals(code)).findFirst().orElseThrow();
  }

  // Layers ---------------------------------------------------------------------------------------

  private static final List<ColumnSpec> COMMON =
      List.of(
          new ColumnSpec("code", ColumnKind.TEXT),
          new ColumnSpec("county_code", ColumnKind.TEXT),
          new ColumnSpec("sector", ColumnKind.CODE),
          new ColumnSpec("is_demo", ColumnKind.BOOLEAN));
  private static final List<ColumnSpec> HAZARD =
      columns(
          "enterprise_code:TEXT risk_point_code:TEXT hazard_grade:CODE found_on:DATE"
              + " registered_on:DATE graded_on:DATE due_on:DATE closed_on:DATE");
  private static final Map<String, List<ColumnSpec>> COLUMNS =
      Map.of(
          "accident",
          columns(
              "occurred_on:DATE deaths:INTEGER serious_injuries:INTEGER acute_poisoned:INTEGER"
                  + " direct_loss_10k_yuan:NUMBER is_production_related:BOOLEAN"
                  + " enterprise_code:TEXT"),
          "listing",
          columns("hazard_code:TEXT listed_on:DATE due_on:DATE delisted_on:DATE"),
          "enterprise",
          columns("commissioned_on:DATE reporting_unit_code:TEXT"),
          "risk_point",
          columns("enterprise_code:TEXT level:INTEGER"));

  private static List<ColumnSpec> columns(String own) {
    List<ColumnSpec> all = new ArrayList<>(COMMON);
    all.addAll(specs(own));
    return all;
  }

  private static List<ColumnSpec> specs(String own) {
    return Arrays.stream(own.split(" "))
        .map(c -> c.split(":"))
        .map(c -> new ColumnSpec(c[0], ColumnKind.valueOf(c[1])))
        .toList();
  }

  private SnapshotBuilder builder(String layer, List<ColumnSpec> columns) {
    return new SnapshotBuilder(layer, version, columns);
  }

  private LayerSnapshot hazardSnapshot(Map<Long, Map<String, Object>> rows) {
    SnapshotBuilder builder = builder("hazard", HAZARD);
    rows.forEach((id, row) -> add(builder, id, row, HAZARD));
    return builder.build();
  }

  private LayerSnapshot snapshot(String layer, List<Map<String, Object>> rows) {
    List<ColumnSpec> columns = COLUMNS.get(layer);
    SnapshotBuilder builder = builder(layer, columns);
    long id = 1;
    for (Map<String, Object> row : rows) {
      add(builder, id++, row, columns);
    }
    return builder.build();
  }

  private static void add(
      SnapshotBuilder builder, long id, Map<String, Object> row, List<ColumnSpec> columns) {
    builder.add(id, null, columns.stream().map(c -> row.get(c.name())).toArray());
  }

  private LayerSnapshot units() {
    SnapshotBuilder builder =
        builder(
            "reporting_unit",
            specs(
                "code:TEXT name:TEXT unit_level:CODE parent_code:TEXT valid_from:DATE valid_to:DATE"
                    + " successor_code:TEXT predecessor_code:TEXT is_functional_zone:BOOLEAN"));
    builder.disclosure(Disclosure.PUBLIC);
    builder.add(1, null, "360000", "省", "province", null, null, null, null, null, false);
    builder.add(2, null, "360100", "甲市", "city", "360000", null, null, null, null, false);
    builder.add(3, null, "360200", "乙市", "city", "360000", null, null, null, null, false);
    long id = 4;
    for (String code : COUNTIES) {
      boolean split = code.equals("360103");
      LocalDate from = split ? LocalDate.of(2020, 6, 1) : null;
      String before = split ? "360102" : null;
      String city = code.substring(0, 4) + "00";
      builder.add(id++, null, code, code, "county", city, from, null, null, before, false);
    }
    LocalDate founded = LocalDate.of(2020, 3, 1);
    builder.add(id, null, ZONE, "新区", "city", "360000", founded, null, null, null, true);
    return builder.build();
  }

  private LayerSnapshot regions() {
    SnapshotBuilder builder =
        builder("region", specs("code:TEXT admin_level:CODE population:INTEGER"));
    long id = 1;
    for (String code : COUNTIES) {
      Long residents = code.equals("360203") ? null : 100_000L + 50_000 * id;
      builder.add(id++, null, code, "county", residents);
    }
    return builder.build();
  }
}
