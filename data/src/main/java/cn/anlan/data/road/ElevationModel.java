package cn.anlan.data.road;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.height.Cleaning;
import cn.anlan.geo.road.height.HeightGrid;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.Heights;
import cn.anlan.geo.road.height.HgtTile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Heights from the files of an elevation model: SRTM tiles ({@link HgtTile}), or grids that GDAL
 * reads ({@link GridFile}), cleaned ({@link Cleaning}). Where files overlap the first that knows
 * answers. What the heights are above is not known here; nothing is added to them.
 *
 * @param files in the order given
 */
public record ElevationModel(Heights heights, List<Source> files) {
  /**
   * A file, and what was cleaned.
   *
   * @param stepSeconds from point to point, in seconds of arc
   */
  public record Source(
      String name, double stepSeconds, int points, int spikes, int filled, int voids) {}

  public ElevationModel {
    files = List.copyOf(files);
  }

  /**
   * Reads the files.
   *
   * @param area only there heights are wanted; degrees
   * @throws UserFault for a file that is missing, not understood, or outside the area
   */
  public static ElevationModel read(List<Path> files, Envelope area) {
    List<HeightGrid> grids = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new UserFault(
            "没有文件 (no such file) " + file.getFileName(),
            "给出高程文件 (name a file): .hgt, .hgt.zip, .tif");
      }
      HeightGrid grid = HgtTile.isNamedSo(file) ? HgtTile.read(file) : GridFile.read(file, area);
      if (!area.intersects(
          new Envelope(grid.westDeg(), grid.eastDeg(), grid.southDeg(), grid.northDeg()))) {
        throw GridFile.outside(file);
      }
      Cleaning cleaned = Cleaning.of(grid, HeightModel.shipped());
      grids.add(cleaned.grid());
      sources.add(
          new Source(
              file.getFileName().toString(),
              grid.stepSeconds(),
              grid.points(),
              cleaned.spikes(),
              cleaned.filled(),
              cleaned.voids()));
    }
    return new ElevationModel(Heights.firstOf(grids), sources);
  }
}
