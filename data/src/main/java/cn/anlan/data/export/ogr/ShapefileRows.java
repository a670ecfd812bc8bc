package cn.anlan.data.export.ogr;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.data.sheet.Headings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as zipped Shapefile. A Shapefile holds one kind of geometry, so a layer of several kinds
 * becomes several, named {@code <layer>_point}, {@code _line} and {@code _polygon}. Names of fields
 * are shortened the way our import knows; texts beyond 254 bytes are cut, and that is said.
 */
public final class ShapefileRows implements RowWriter {
  private enum Part {
    POINT("POINT"),
    LINE("MULTILINESTRING"),
    POLYGON("MULTIPOLYGON");

    private final String type;

    Part(String type) {
      this.type = type;
    }

    static Part of(Geometry geometry) {
      return values()[geometry.getDimension()];
    }
  }

  private final ExportPlan plan;
  private final Path zip;
  private final Path workDir;
  private final Map<String, String> shortNames;
  private final Map<Part, TypedCsvRows> tables = new EnumMap<>(Part.class);
  private final List<String> parts = new ArrayList<>();

  /**
   * @param workDir takes the rows as CSV, by kind of geometry, until the end
   */
  public ShapefileRows(Path zip, ExportPlan plan, Path workDir) {
    this.zip = zip;
    this.plan = plan;
    this.workDir = workDir;
    this.shortNames = Headings.shortNames(plan.columns().stream().map(Column::name).toList());
  }

  @Override
  public void write(ExportRow row) throws IOException {
    Geometry geometry = row.geometry();
    boolean somewhere = geometry != null && !geometry.isEmpty();
    table(somewhere ? Part.of(geometry) : usual()).write(row);
  }

  /** What fields are called inside where that is not their name. */
  public Map<String, String> shortened() {
    Map<String, String> changed = new LinkedHashMap<>(shortNames);
    changed.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return changed;
  }

  /** The names of the Shapefiles inside, once it is finished. */
  public List<String> parts() {
    return List.copyOf(parts);
  }

  private TypedCsvRows table(Part part) throws IOException {
    TypedCsvRows table = tables.get(part);
    if (table == null) {
      table = new TypedCsvRows(csv(part), plan.columns(), shortNames, plan.charset());
      tables.put(part, table);
    }
    return table;
  }

  private Path csv(Part part) {
    return workDir.resolve(part.name() + ".csv");
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    if (tables.isEmpty()) {
      table(usual());
    }
    close();
    warnOfCuts();
    Path directory = Files.createDirectory(workDir.resolve("shp"));
    for (Part part : tables.keySet()) {
      String suffix = tables.size() == 1 ? "" : "_" + part.name().toLowerCase(Locale.ROOT);
      String name = plan.layer().id() + suffix;
      parts.add(name);
      convert(part, directory.resolve(name + ".shp"), name);
    }
    if (parts.size() > 1) {
      plan.warnings().add("图形种类不同，分成 (split by kind of geometry): " + String.join(", ", parts));
    }
    ShapefileZip.pack(directory, zip, metadata, shortNames);
  }

  private void warnOfCuts() {
    for (int i = 0; i < plan.columns().size(); i++) {
      int column = i;
      if (tables.values().stream().anyMatch(t -> t.isCut(column))) {
        plan.warnings()
            .add(
                "字段 "
                    + plan.columns().get(i).name()
                    + " 有超过 254 字节的文字被截断 (texts beyond 254 bytes were cut)");
      }
    }
  }

  private void convert(Part part, Path shp, String name) {
    List<String> arguments = new ArrayList<>(List.of("-nln", name));
    arguments.addAll(List.of("-oo", "EMPTY_STRING_AS_NULL=YES"));
    arguments.addAll(List.of("-oo", "GEOM_POSSIBLE_NAMES=" + TypedCsvRows.GEOMETRY));
    arguments.addAll(List.of("-oo", "KEEP_GEOM_COLUMNS=NO"));
    boolean heights = plan.hasHeights() && part == Part.LINE;
    arguments.addAll(List.of("-nlt", part.type + (heights ? "Z" : "")));
    plan.crs().epsg().ifPresent(code -> arguments.addAll(List.of("-a_srs", "EPSG:" + code)));
    arguments.addAll(List.of("-lco", "ENCODING=" + plan.charset().name()));
    arguments.addAll(List.of(shp.toString(), csv(part).toString()));
    new OgrTarget(workDir, ExportFormat.SHP, "ESRI Shapefile").convert("CSV", arguments);
  }

  /** Where rows without geometry go. */
  private Part usual() {
    return switch (plan.layer().geometry()) {
      case LINE, LINE_Z -> Part.LINE;
      case POLYGON -> Part.POLYGON;
      case ANY -> tables.keySet().stream().findFirst().orElse(Part.POINT);
      case POINT, NONE -> Part.POINT;
    };
  }

  @Override
  public void close() throws IOException {
    for (TypedCsvRows table : tables.values()) {
      table.close();
    }
  }
}
