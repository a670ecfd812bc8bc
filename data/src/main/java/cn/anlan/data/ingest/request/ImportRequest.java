package cn.anlan.data.ingest.request;

import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be imported, and what the user knows about it that the file does not say.
 *
 * @param layer catalogue id
 * @param crs coordinate system; needed where the file declares none and its rows do not tell
 * @param insistCrs the user answers for {@code crs} against evidence and the file's declaration
 * @param writeRule what becomes of rows that the layer has already
 * @param area what a replacement replaces: the code or name of a region, or {@code all}
 * @param encoding text encoding; needed where the file is not UTF-8 and declares none
 * @param layerName the layer, sheet or file inside a file of several
 * @param map source column by field, e.g. {@code code → adcode}; {@code lon}, {@code lat} and
 *     {@code wkt} name a CSV's coordinate columns
 * @param set a value for all rows by field; {@code {column}} in it is what the row has there
 * @param freshMapping whether the mapping of the source's last delivery is left aside
 * @param sigmaM positional standard deviation of all rows in metres; null to take it from the file
 * @param source where the data come from, kept with every row; null to take it from the file
 * @param licence kept with the delivery; may be null
 * @param demo marks every row as invented
 * @param author who imports, for the version's record
 * @param confDir the office's own definitions, for its transformation parameters
 * @param rejectedDir where the file with rejected rows is written
 */
public record ImportRequest(
    String layer,
    Path file,
    Optional<String> crs,
    boolean insistCrs,
    ImportMode mode,
    WriteRule writeRule,
    Optional<String> area,
    boolean dryRun,
    Optional<String> encoding,
    Optional<String> layerName,
    Map<String, String> map,
    Map<String, String> set,
    boolean freshMapping,
    Double sigmaM,
    String source,
    String licence,
    boolean demo,
    String author,
    Path confDir,
    Path rejectedDir) {

  public ImportRequest {
    map = Map.copyOf(map);
    set = Map.copyOf(set);
    if (sigmaM != null && !(sigmaM >= 0 && sigmaM <= 100_000)) {
      throw new UserFault(
          "--sigma " + sigmaM + " 不在 0–100000 米内 (sigma out of range)",
          "给出位置中误差,单位米,例如 --sigma 2.5");
    }
    if (area.isPresent() != (writeRule == WriteRule.REPLACE)) {
      throw new UserFault(
          "--write replace 与 --area 须同时给出 (replace needs an area, and only replace)",
          "例如 --write replace --area 360102;整个图层为 --area all");
    }
  }

  public static Builder of(String layer, Path file) {
    return new Builder(layer, file);
  }

  /** Collects the options, each with the default of the command line. */
  public static final class Builder {
    private final String layer;
    private final Path file;
    private final Map<String, String> map = new LinkedHashMap<>();
    private final Map<String, String> set = new LinkedHashMap<>();
    private String crs;
    private boolean insistCrs;
    private ImportMode mode = ImportMode.STRICT;
    private WriteRule writeRule = WriteRule.UPSERT;
    private String area;
    private boolean dryRun;
    private String encoding;
    private String layerName;
    private boolean freshMapping;
    private Double sigmaM;
    private String source;
    private String licence;
    private boolean demo;
    private String author = "import";
    private Path confDir;
    private Path rejectedDir;

    private Builder(String layer, Path file) {
      this.layer = layer;
      this.file = file;
    }

    public Builder crs(String words) {
      this.crs = words;
      return this;
    }

    /** The user answers for the coordinate system, whatever the evidence says. */
    public Builder insistCrs(boolean insisted) {
      this.insistCrs = insisted;
      return this;
    }

    public Builder mode(ImportMode wanted) {
      this.mode = wanted;
      return this;
    }

    public Builder writeRule(WriteRule wanted) {
      this.writeRule = wanted;
      return this;
    }

    public Builder area(String region) {
      this.area = region;
      return this;
    }

    public Builder dryRun(boolean wanted) {
      this.dryRun = wanted;
      return this;
    }

    public Builder encoding(String name) {
      this.encoding = name;
      return this;
    }

    public Builder layerName(String name) {
      this.layerName = name;
      return this;
    }

    public Builder map(String field, String column) {
      this.map.put(field, column);
      return this;
    }

    public Builder set(String field, String value) {
      this.set.put(field, value);
      return this;
    }

    public Builder freshMapping(boolean wanted) {
      this.freshMapping = wanted;
      return this;
    }

    public Builder sigmaM(Double metres) {
      this.sigmaM = metres;
      return this;
    }

    public Builder source(String text) {
      this.source = text;
      return this;
    }

    public Builder licence(String text) {
      this.licence = text;
      return this;
    }

    public Builder demo(boolean invented) {
      this.demo = invented;
      return this;
    }

    public Builder author(String name) {
      this.author = name;
      return this;
    }

    /** Default: {@code conf} below the directory that {@code ANLAN_VAR} names. */
    public Builder confDir(Path directory) {
      this.confDir = directory;
      return this;
    }

    /** Default: {@code rejected} below the directory that {@code ANLAN_VAR} names. */
    public Builder rejectedDir(Path directory) {
      this.rejectedDir = directory;
      return this;
    }

    public ImportRequest build() {
      Path directory =
          rejectedDir != null
              ? rejectedDir
              : Settings.fromEnvironment().varDir().resolve("rejected");
      return new ImportRequest(
          layer,
          file,
          Optional.ofNullable(crs),
          insistCrs,
          mode,
          writeRule,
          Optional.ofNullable(area),
          dryRun,
          Optional.ofNullable(encoding),
          Optional.ofNullable(layerName),
          map,
          set,
          freshMapping,
          sigmaM,
          source,
          licence,
          demo,
          author,
          confDir != null ? confDir : Settings.fromEnvironment().confDir(),
          directory);
    }
  }
}
