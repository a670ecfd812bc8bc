package cn.anlan.analytics.grade;

import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All tables by which single things are graded: ours ({@code grading/*.yaml} of the program), and
 * the office's own in place of ours. A table of the office has the id of one of ours and another
 * version, since a grade names nothing but these two. Immutable.
 */
public final class GradingTables {
  private static final String FOLDER = "grading";
  private static final Map<String, Class<? extends VersionedTable>> KINDS = kinds();

  private record Loaded(VersionedTable table, String file, String text, String origin) {}

  private final Map<String, Loaded> tables;

  private GradingTables(Map<String, Loaded> tables) {
    this.tables = Map.copyOf(tables);
  }

  private static Map<String, Class<? extends VersionedTable>> kinds() {
    Map<String, Class<? extends VersionedTable>> kinds = new LinkedHashMap<>();
    List.of("lec", "ls", "mes").forEach(id -> kinds.put(id, GradingTable.class));
    kinds.put("gb18218", Gb18218.class);
    kinds.put("tailings", TailingsTable.class);
    kinds.put("mine_tier", MineTierTable.class);
    kinds.put("chemical_enterprise", SafetyScoreTable.class);
    kinds.put("chemical_park", SafetyScoreTable.class);
    kinds.put("enterprise", EnterpriseTable.class);
    return kinds;
  }

  /** Our tables alone. */
  public static GradingTables ours() {
    return load(null);
  }

  /**
   * Our tables with those of {@code <conf>/grading/*.yaml} in place of ours.
   *
   * @param confDirOrNull the office's directory; null or absent means there is none
   * @throws DefinitionException where a file is no valid table, with file, line and column
   */
  public static GradingTables load(Path confDirOrNull) {
    Map<String, Loaded> tables = new LinkedHashMap<>();
    for (String id : KINDS.keySet()) {
      String file = FOLDER + "/" + id + ".yaml";
      tables.put(id, read(file, resource(file), "anlan"));
    }
    Path office = confDirOrNull == null ? null : confDirOrNull.resolve(FOLDER);
    if (office != null && Files.isDirectory(office)) {
      addOffice(office, tables);
    }
    return new GradingTables(tables);
  }

  /** The method of a risk point by its code: {@code lec}, {@code ls} or {@code mes}. */
  public Optional<GradingTable> findMethod(String code) {
    return Optional.ofNullable(code)
        .map(tables::get)
        .map(Loaded::table)
        .filter(GradingTable.class::isInstance)
        .map(GradingTable.class::cast);
  }

  public Gb18218 majorHazard() {
    return (Gb18218) table("gb18218");
  }

  public TailingsTable tailings() {
    return (TailingsTable) table("tailings");
  }

  public MineTierTable mineTier() {
    return (MineTierTable) table("mine_tier");
  }

  public SafetyScoreTable chemicalEnterprise() {
    return (SafetyScoreTable) table("chemical_enterprise");
  }

  public SafetyScoreTable chemicalPark() {
    return (SafetyScoreTable) table("chemical_park");
  }

  public EnterpriseTable enterprise() {
    return (EnterpriseTable) table("enterprise");
  }

  /** How a grade names one of these tables. */
  public TableRef ref(VersionedTable table) {
    Loaded loaded = tables.get(table.id());
    return new TableRef(
        table.id(),
        table.version(),
        table.title(),
        table.source(),
        loaded.origin(),
        table.source().zh().contains("[verify"),
        sha256(loaded.text()));
  }

  private VersionedTable table(String id) {
    return tables.get(id).table();
  }

  private static void addOffice(Path directory, Map<String, Loaded> tables) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Loaded own = read(file.toString(), Files.readString(file), "office");
        Loaded before = tables.put(own.table().id(), own);
        if (before.origin().equals("office")) {
          throw new DefinitionException(
              own.file(),
              "table '" + own.table().id() + "' stands twice; also in " + before.file());
        }
        if (before.table().version() == own.table().version()) {
          throw StrictYaml.fault(
              own.file(),
              own.text(),
              "/version",
              "our table bears the same version "
                  + own.table().version()
                  + "; grades could not tell them apart, give it another");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the office's grading tables in " + directory, e);
    }
  }

  private static Loaded read(String file, String text, String origin) {
    String id = StrictYaml.tree(file, text).path("id").asString("");
    Class<? extends VersionedTable> kind = KINDS.get(id);
    if (kind == null) {
      throw StrictYaml.fault(
          file, text, "/id", "no grading table '" + id + "'; there are " + KINDS.keySet());
    }
    return new Loaded(StrictYaml.read(file, text, kind), file, text, origin);
  }

  private static String resource(String path) {
    try (InputStream in = GradingTables.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
