package cn.anlan.data.basemap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * GSHHG 2.3.7 at full resolution as Debian's {@code gmt-gshhg-full} installs it: lake shores and
 * the river lines of World Data Bank II, cut into bins of one degree, positions in 1/65535 of a
 * bin. WGS 84.
 *
 * <p>The layout is that of GMT's {@code gmt_shore.c}: bins run eastward from Greenwich, row after
 * row from the North Pole; a shore segment packs its number of points, level and bin sides in one
 * integer.
 */
final class Gshhg {
  private static final int COLUMNS = 360;
  private static final double UNITS_PER_DEGREE = 65535;
  private static final int LEVEL_LAKE = 2;
  private static final int LEVEL_ISLAND = 3;

  /** Points of neighbouring bins meet exactly; the grid only makes them equal as doubles. */
  private static final PrecisionModel GRID = new PrecisionModel(1e7);

  private final Path folder;

  /**
   * @param folder the package's {@code /usr/share/gmt-gshhg}
   */
  Gshhg(Path folder) {
    this.folder = folder;
  }

  /**
   * The lakes (river-lakes included) that touch the box, whole, islands cut out.
   *
   * <p>A lake is rejoined from all its bins, also those outside the box.
   */
  List<Polygon> lakes(Envelope box) {
    NetcdfArrays file = new NetcdfArrays(folder.resolve("binned_GSHHS_f.nc"));
    Bins bins = new Bins(file);
    int[] packed = file.readInts("Embedded_npts_levels_exit_entry_for_a_segment");
    int[] polygonIds = file.readInts("Id_of_GSHHS_ID");
    Map<Integer, List<LineString>> shores = new HashMap<>();
    Set<Integer> wanted = new HashSet<>();
    Map<Integer, Integer> levels = new HashMap<>();
    bins.forEachSegment(
        (bin, segment) -> {
          int level = packed[segment] >> 6 & 7;
          if (level != LEVEL_LAKE && level != LEVEL_ISLAND) {
            return;
          }
          LineString line = bins.line(bin, segment, packed[segment] >>> 9);
          int id = polygonIds[segment];
          shores.computeIfAbsent(id, i -> new ArrayList<>()).add(line);
          levels.put(id, level);
          if (box.intersects(line.getEnvelopeInternal())) {
            wanted.add(id);
          }
        });
    List<Polygon> lakes = new ArrayList<>();
    List<Polygon> islands = new ArrayList<>();
    for (int id : wanted.stream().sorted().toList()) {
      (levels.get(id) == LEVEL_LAKE ? lakes : islands).addAll(polygons(shores.get(id)));
    }
    return lakes.stream().map(lake -> without(lake, islands)).toList();
  }

  /** River lines (all but level 0, which repeats the shores of river-lakes) that touch the box. */
  List<LineString> rivers(Envelope box) {
    NetcdfArrays file = new NetcdfArrays(folder.resolve("binned_river_f.nc"));
    Bins bins = new Bins(file);
    char[] points = file.readUnsignedShorts("N_points_for_a_segment");
    char[] levels = file.readUnsignedShorts("Hierarchial_level_of_a_segment");
    LineMerger merger = new LineMerger();
    bins.forEachSegment(
        (bin, segment) -> {
          if (levels[segment] > 0 && points[segment] > 1 && box.intersects(bins.envelope(bin))) {
            merger.add(bins.line(bin, segment, points[segment]));
          }
        });
    List<LineString> lines = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      if (box.intersects(((LineString) line).getEnvelopeInternal())) {
        lines.add((LineString) line);
      }
    }
    return lines;
  }

  private static List<Polygon> polygons(List<LineString> shore) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionNG.union(List.<Geometry>copyOf(shore), GRID));
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : polygonizer.getPolygons()) {
      polygons.add((Polygon) polygon);
    }
    return polygons;
  }

  private static Polygon without(Polygon lake, List<Polygon> islands) {
    Geometry water = lake;
    for (Polygon island : islands) {
      if (lake.contains(island.getInteriorPoint())) {
        water = OverlayNGRobust.overlay(water, island, OverlayNG.DIFFERENCE);
      }
    }
    return Polygons.largest(water);
  }

  /** The bins of one file and their points. */
  private static final class Bins {
    private interface SegmentVisitor {
      void visit(int bin, int segment);
    }

    private final int[] firstSegment;
    private final char[] segments;
    private final int[] firstPoint;
    private final char[] lon;
    private final char[] lat;

    Bins(NetcdfArrays file) {
      firstSegment = file.readInts("Id_of_first_segment_in_a_bin");
      segments = file.readUnsignedShorts("N_segments_in_a_bin");
      firstPoint = file.readInts("Id_of_first_point_in_a_segment");
      lon = file.readUnsignedShorts("Relative_longitude_from_SW_corner_of_bin");
      lat = file.readUnsignedShorts("Relative_latitude_from_SW_corner_of_bin");
    }

    void forEachSegment(SegmentVisitor visitor) {
      for (int bin = 0; bin < firstSegment.length; bin++) {
        for (int i = 0; i < segments[bin]; i++) {
          visitor.visit(bin, firstSegment[bin] + i);
        }
      }
    }

    Envelope envelope(int bin) {
      return new Envelope(west(bin), west(bin) + 1, south(bin), south(bin) + 1);
    }

    LineString line(int bin, int segment, int points) {
      Coordinate[] coordinates = new Coordinate[points];
      for (int i = 0; i < points; i++) {
        int point = firstPoint[segment] + i;
        coordinates[i] =
            new Coordinate(
                GRID.makePrecise(west(bin) + lon[point] / UNITS_PER_DEGREE),
                GRID.makePrecise(south(bin) + lat[point] / UNITS_PER_DEGREE));
      }
      return GeoJsonFile.FACTORY.createLineString(coordinates);
    }

    private static int west(int bin) {
      return bin % COLUMNS;
    }

    private static int south(int bin) {
      return 89 - bin / COLUMNS;
    }
  }
}
