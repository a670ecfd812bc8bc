package cn.anlan.web.runs;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.Boundaries;
import cn.anlan.web.checks.CheckRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;

/**
 * A province of half a degree with waters, roads, settlements and chemical projects, in a database
 * of its own; it can be edited at random.
 */
public final class SmallProvince implements AutoCloseable {
  public static final Scope ALL = Scope.wholeProvince("tests");

  private static final String TABLE_RULE =
      """
      id: T1
      version: "1"
      title: {zh: 试验表, en: Test table}
      kind: min
      severity: standard
      subject: {layer: chemical_project, filter: "hazardous_producer = TRUE"}
      targets:
        - layer: road
          filter: "admin_class IN ('national', 'provincial')"
          distance:
            unit: m
            table:
              - {target: "road_class = 'class_1'", value: 400}
              - {subject: "project_type = 'new'", value: 250}
            otherwise: not_applicable
            source: 试验
          proxy:
            stands_for: {zh: 公路用地外缘, en: outer edge of road land}
            offset: {value: 13, unit: m}
            sigma: {value: 5, unit: m}
            source: 试验
        - layer: resident_point
          distance: {value: 600, unit: m}
      inclusive: false
      measure: {from: {zh: 甲, en: a}, to: {zh: 乙, en: b}}
      valid: {from: 2015-01-01}
      basis:
        law: {zh: 试验, en: Test}
        article: "1"
        summary: {zh: 试验, en: Test}
        source: 试验
        basis_origin: D
      earlier_projects: {policy: grandfathered, note: {zh: 试验, en: Test}}
      evidence: [{zh: 试验, en: Test}]
      sign_off: {status: unsigned}
      """;

  public final Database database;
  private final Path conf;
  private final SnapshotStore snapshots = new SnapshotStore();
  private final SnapshotLoader loader;
  private int next;

  public SmallProvince(Path conf) {
    this.conf = conf;
    rule("T1.yaml", TABLE_RULE);
    database = TestDatabase.open();
    loader = new SnapshotLoader(database);
    run(
        """
        INSERT INTO layer.region (code, name, admin_level, source_crs, sigma_m, geom) VALUES
          ('360000', '试验省', 'province', 'EPSG:4490', 10, %1$s),
          ('360100', '试验县', 'county', 'EPSG:4490', 10, %1$s);
        INSERT INTO layer.coverage (code, covers_layer, statement, geom)
          SELECT 'C-' || l, l, '试验', %1$s FROM unnest(ARRAY['shoreline','road','resident_point']) l
        """
            .formatted("'SRID=4490;MULTIPOLYGON(((115 28,115.5 28,115.5 28.5,115 28.5,115 28)))'"));
  }

  /** Writes or replaces an office rule; takes effect with the next {@link #checks}. */
  public void rule(String file, String yaml) {
    try {
      Files.createDirectories(conf.resolve("rules"));
      Files.writeString(conf.resolve("rules").resolve(file), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a rule", e);
    }
  }

  /** The test rule with other words in it. */
  public void editRule(String from, String to) {
    if (!TABLE_RULE.contains(from)) {
      throw new IllegalArgumentException(from);
    }
    rule("T1.yaml", TABLE_RULE.replace(from, to));
  }

  public CheckRun checks() {
    return new CheckRun(RuleBook.load(conf), Boundaries.of(database));
  }

  /** The layers as they are now. */
  public Generation generation() {
    loader.loadInto(snapshots);
    return snapshots.current();
  }

  public void fill(Random random, int edits) {
    for (int i = 0; i < edits; i++) {
      addWater(random);
      addRoad(random);
      addVillage(random);
      addSite(random);
      addSite(random);
    }
  }

  /** One edit, as an office might make it; says in SQL what it was. */
  public String edit(Random random) {
    String sql =
        switch (random.nextInt(16)) {
          case 0 -> addWater(random);
          case 1, 2 -> addRoad(random);
          case 3 -> addVillage(random);
          case 4, 5 -> addSite(random);
          case 6 ->
              run("DELETE FROM layer.chemical_project WHERE id = " + some("chemical_project"));
          case 7 -> run("DELETE FROM layer.road WHERE id = " + some("road"));
          case 8 ->
              run(
                  "UPDATE layer.chemical_project SET geom = st_translate(geom, %s, 0) WHERE id = %s"
                      .formatted(number(random.nextGaussian() * 0.02), some("chemical_project")));
          case 9 ->
              run(
                  "UPDATE layer.chemical_project SET hazardous_producer = NOT hazardous_producer,"
                      + " sigma_m = 40 WHERE id = "
                      + some("chemical_project"));
          case 10 ->
              run(
                  "UPDATE layer.road SET geom = st_translate(geom, 0, %s), sigma_m = %s WHERE id = %s"
                      .formatted(
                          number(random.nextGaussian() * 0.01),
                          random.nextBoolean() ? "NULL" : "30",
                          some("road")));
          case 11 ->
              run(
                  "UPDATE layer.shoreline SET definition = '%s', sigma_m = 15 WHERE id = %s"
                      .formatted(random.nextBoolean() ? "legal" : "mapped", some("shoreline")));
          case 12 -> run("DELETE FROM layer.shoreline WHERE id = " + some("shoreline"));
          case 13 ->
              run(
                  "UPDATE layer.water_body SET yangtze_basin = NOT yangtze_basin WHERE id = "
                      + some("water_body"));
          case 14 ->
              run(
                  ("UPDATE layer.coverage SET geom = 'SRID=4490;MULTIPOLYGON(((115 28,%1$s 28,"
                          + "%1$s 28.5,115 28.5,115 28)))' WHERE id = %2$s")
                      .formatted(number(115.2 + random.nextDouble() * 0.3), some("coverage")));
          default -> run("UPDATE layer.road SET road_class = 'class_1' WHERE id = " + some("road"));
        };
    return sql.strip();
  }

  private static String some(String layer) {
    return "(SELECT id FROM layer."
        + layer
        + " ORDER BY md5(id::text || data_version::text) LIMIT 1)";
  }

  private String addWater(Random random) {
    String code = "W" + ++next;
    double lon = 115 + random.nextDouble() * 0.4;
    double lat = 28 + random.nextDouble() * 0.4;
    String line =
        "'SRID=4490;LINESTRING(%s %s,%s %s,%s %s)'"
            .formatted(
                number(lon),
                number(lat),
                number(lon + 0.03),
                number(lat + 0.01),
                number(lon + 0.05),
                number(lat + 0.04));
    return run(
        """
        INSERT INTO layer.water_body (code, name, kind, river_system, yangtze_basin, source_crs,
          sigma_m, geom) VALUES ('%1$s', '%1$s', 'river', 'gan', %3$s, 'EPSG:4490', 20, %2$s);
        INSERT INTO layer.shoreline (code, name, water_code, definition, sigma_m,
          sigma_definition_m, source_crs, geom) VALUES
          ('%1$s-M', '%1$s', '%1$s', 'mapped', 20, 30, 'EPSG:4490', %2$s),
          ('%1$s-S', '%1$s', '%1$s', '%4$s', 5, NULL, 'EPSG:4490', st_translate(%2$s, 0.001, 0))
        """
            .formatted(
                code, line, random.nextInt(4) > 0, random.nextBoolean() ? "surveyed" : "mapped"));
  }

  private String addRoad(Random random) {
    double lon = 115 + random.nextDouble() * 0.45;
    double lat = 28 + random.nextDouble() * 0.45;
    return run(
        """
        INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,
          to_stake_km, county_code, source_crs, sigma_m, geom)
        VALUES ('G%1$d', '路%1$d', 'G1', '%6$s', '%7$s', 0, 1, '360100', 'EPSG:4490', 5,
          'SRID=4490;MULTILINESTRING Z((%2$s %3$s 20,%4$s %5$s 30))')
        """
            .formatted(
                ++next,
                number(lon),
                number(lat),
                number(lon + random.nextGaussian() * 0.03),
                number(lat + random.nextGaussian() * 0.03),
                random.nextBoolean() ? "class_1" : "class_3",
                random.nextInt(3) > 0 ? "national" : "township"));
  }

  private String addVillage(Random random) {
    return run(
        """
        INSERT INTO layer.resident_point (code, name, kind, population, county_code, source_crs,
          sigma_m, geom)
        VALUES ('V%1$d', '村%1$d', 'village', 80,
          '360100', 'EPSG:4490', 20, 'SRID=4490;POINT(%2$s %3$s)')
        """
            .formatted(
                ++next,
                number(115 + random.nextDouble() * 0.5),
                number(28 + random.nextDouble() * 0.5)));
  }

  private String addSite(Random random) {
    double lon = 115.01 + random.nextDouble() * 0.48;
    double lat = 28.01 + random.nextDouble() * 0.48;
    return run(
        """
        INSERT INTO layer.chemical_project (code, name, project_type, hazardous_producer,
          approval_date, county_code, source_crs, sigma_m, geom)
        VALUES ('P%1$d', '厂%1$d', '%4$s', %5$s, %6$s, '360100', 'EPSG:4490', %7$s,
          st_multi(st_expand('SRID=4490;POINT(%2$s %3$s)'::geometry, 0.001)))
        """
            .formatted(
                ++next,
                number(lon),
                number(lat),
                new String[] {"new", "expansion", "rebuild", "existing"}[random.nextInt(4)],
                random.nextInt(4) > 0,
                random.nextInt(5) == 0 ? "NULL" : "'" + (2012 + random.nextInt(12)) + "-06-01'",
                random.nextBoolean() ? "10" : "60"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  public String run(String sql) {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      Sql.run(connection, sql);
      connection.commit();
      return sql;
    } catch (SQLException e) {
      throw new StoreException("running test SQL: " + sql, e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
