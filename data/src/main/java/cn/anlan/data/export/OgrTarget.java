package cn.anlan.data.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.gdal.Gdal;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a file of one of GDAL's formats out of a typed CSV. */
final class OgrTarget {
  private final Path workDir;
  private final ExportFormat format;
  private final Label label;
  private final CoordinateSystem crs;
  private final Charset charset;

  OgrTarget(Path workDir, ExportFormat format, Label label, CoordinateSystem crs, Charset charset) {
    this.workDir = workDir;
    this.format = format;
    this.label = label;
    this.crs = crs;
    this.charset = charset;
  }

  /**
   * @param geometryType as ogr2ogr's {@code -nlt} wants it
   */
  void convert(Path csv, Path target, Layer layer, String layerName, String geometryType) {
    List<String> arguments = new ArrayList<>(List.of("-f", format.driver()));
    arguments.addAll(List.of("-nln", layerName));
    arguments.addAll(List.of("-oo", "EMPTY_STRING_AS_NULL=YES"));
    if (format == ExportFormat.XLSX) {
      arguments.addAll(List.of("-oo", "GEOM_POSSIBLE_NAMES=none"));
    } else {
      arguments.addAll(List.of("-oo", "GEOM_POSSIBLE_NAMES=" + TypedCsvRows.GEOMETRY));
      arguments.addAll(List.of("-oo", "KEEP_GEOM_COLUMNS=NO"));
      arguments.addAll(List.of("-nlt", geometryType));
      crs.epsg().ifPresent(code -> arguments.addAll(List.of("-a_srs", "EPSG:" + code)));
    }
    arguments.addAll(options(layer));
    arguments.addAll(List.of(target.toString(), csv.toString()));
    Gdal gdal = new Gdal(workDir, Set.of("CSV", format.driver()));
    Gdal.Outcome outcome =
        gdal.run("ogr2ogr", arguments, Map.of("OGR_CSV_MAX_LINE_SIZE", "2000000000"));
    if (outcome.exitCode() != 0) {
      throw new UserFault(
          "GDAL 未能写出 " + format.word() + " (GDAL could not write it): " + outcome.complaint(),
          "换一种格式,例如 gpkg 或 geojson");
    }
  }

  private List<String> options(Layer layer) {
    return switch (format) {
      case GPKG ->
          List.of(
              "-lco", "GEOMETRY_NAME=geom",
              "-lco", "IDENTIFIER=" + layer.title().zh() + (label.demo() ? " " + Label.DEMO : ""),
              "-lco", "DESCRIPTION=" + label.text(),
              "-mo", "DATA_VERSION=" + label.dataVersion(),
              "-mo", "CRS=" + label.crs(),
              "-mo", "DEMO=" + (label.demo() ? Label.DEMO : "no"));
      case SHP -> List.of("-lco", "ENCODING=" + charset.name());
      case KML ->
          layer.findField("name").isPresent() ? List.of("-dsco", "NameField=name") : List.of();
      default -> List.of();
    };
  }
}
