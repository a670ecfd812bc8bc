package cn.anlan.data.export.ogr;

import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.gdal.Gdal;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets {@code ogr2ogr} write a file of a format that the program does not write itself. */
final class OgrTarget {
  private final Path workDir;
  private final ExportFormat format;
  private final String driver;

  /**
   * @param driver GDAL's name of the format
   */
  OgrTarget(Path workDir, ExportFormat format, String driver) {
    this.workDir = workDir;
    this.format = format;
    this.driver = driver;
  }

  /**
   * @param from the driver of the source
   * @param arguments of {@code ogr2ogr}, the target's format left out
   * @throws UserFault where GDAL cannot write it
   */
  void convert(String from, List<String> arguments) {
    List<String> all = new java.util.ArrayList<>(List.of("-f", driver));
    all.addAll(arguments);
    Gdal gdal = new Gdal(workDir, Set.of(from, driver));
    Gdal.Outcome outcome = gdal.run("ogr2ogr", all, Map.of("OGR_CSV_MAX_LINE_SIZE", "2000000000"));
    if (outcome.exitCode() != 0) {
      throw new UserFault(
          "GDAL 未能写出 " + format.word() + " (GDAL could not write it): " + outcome.complaint(),
          "换一种格式,例如 gpkg 或 geojson");
    }
  }
}
