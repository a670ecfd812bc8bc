package cn.anlan.data.road;

import cn.anlan.data.gdal.Gdal;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.height.HeightGrid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the heights of a grid (GeoTIFF, Erdas Imagine, ENVI, ESRI's ASCII and binary grids) by
 * GDAL. Only WGS 84 and CGCS2000, which are the same within decimetres, are taken: GDAL would pass
 * older datums through unshifted. A projected grid is drawn to degrees, bilinear; another is cut,
 * not resampled. The points are the cells' centres. Heights must be metres.
 */
final class GridFile {
  private static final Set<String> DRIVERS = Set.of("GTiff", "HFA", "ENVI", "EHdr", "AAIGrid");
  private static final List<String> DATUMS =
      List.of(
          "WGS 84",
          "WGS_1984",
          "World Geodetic System 1984",
          "China_2000",
          "CGCS2000",
          "China 2000",
          "China Geodetic Coordinate System 2000");
  private static final Gdal.Limits LIMITS =
      new Gdal.Limits(Duration.ofMinutes(5), 3L << 30, 4 * HeightGrid.MOST_POINTS + (1 << 20));
  private static final String UNKNOWN = "-32768";

  /** So far around the area heights are read, for what lies on its border. */
  private static final double MARGIN_DEG = 0.01;

  private final Path file;
  private final Path work;
  private final Gdal gdal;

  private GridFile(Path file, Path work) {
    this.file = file;
    this.work = work;
    this.gdal = new Gdal(work, DRIVERS, LIMITS);
  }

  static HeightGrid read(Path file, Envelope area) {
    Path work = null;
    try {
      work = Files.createTempDirectory("anlan-grid");
      return new GridFile(file.toAbsolutePath(), work).heights(area);
    } catch (IOException e) {
      throw new UncheckedIOException("reading heights of " + file.getFileName(), e);
    } finally {
      delete(work);
    }
  }

  static UserFault outside(Path file) {
    return new UserFault(
        "高程文件 %s 与路网不重叠 (it does not cover the roads)".formatted(file.getFileName()),
        "取覆盖路网的高程文件 (take one that does)");
  }

  private HeightGrid heights(Envelope area) throws IOException {
    JsonNode info = info(file);
    String wkt = info.path("coordinateSystem").path("wkt").asString("");
    if (DATUMS.stream().noneMatch(wkt::contains)) {
      throw new UserFault(
          "高程文件 %s 的坐标系不是 WGS 84 或 CGCS2000 (its coordinates are of another datum)"
              .formatted(file.getFileName()),
          "先用可靠参数转换到 EPSG:4490 (transform it first)");
    }
    String unit = info.path("bands").path(0).path("unit").asString("");
    if (!unit.isEmpty() && !Set.of("m", "metre", "meter", "metres", "meters").contains(unit)) {
      throw new UserFault(
          "高程文件 %s 的单位是 (its unit is) %s".formatted(file.getFileName(), unit),
          "换算为米 (convert it to metres)");
    }
    boolean projected = wkt.startsWith("PROJ");
    Path out = work.resolve("heights.bin");
    Envelope wanted = new Envelope(area);
    wanted.expandBy(MARGIN_DEG);
    if (projected) {
      run("gdalwarp", warp(wanted, out));
    } else {
      run("gdal_translate", cut(info.path("geoTransform"), info.path("size"), wanted, out));
    }
    return grid(out);
  }

  private JsonNode info(Path grid) {
    return JsonMapper.shared().readTree(run("gdalinfo", List.of("-json", grid.toString())));
  }

  private List<String> warp(Envelope wanted, Path out) {
    List<String> arguments = new ArrayList<>(List.of("-t_srs", "EPSG:4490", "-r", "bilinear"));
    arguments.add("-te");
    for (double edge :
        new double[] {wanted.getMinX(), wanted.getMinY(), wanted.getMaxX(), wanted.getMaxY()}) {
      arguments.add(Double.toString(edge));
    }
    arguments.addAll(List.of("-ot", "Float32", "-of", "ENVI", "-dstnodata", UNKNOWN));
    arguments.addAll(List.of(file.toString(), out.toString()));
    return arguments;
  }

  /** Whole cells of the source, so that nothing is resampled. */
  private List<String> cut(JsonNode transform, JsonNode size, Envelope wanted, Path out) {
    double west = transform.path(0).asDouble();
    double stepX = transform.path(1).asDouble();
    double north = transform.path(3).asDouble();
    double stepY = -transform.path(5).asDouble();
    if (!(stepX > 0 && stepY > 0) || transform.path(2).asDouble() != 0) {
      throw new UserFault(
          "高程文件 %s 不是北朝上 (north is not up in it)".formatted(file.getFileName()),
          "先用 gdalwarp 摆正 (warp it first)");
    }
    int left = (int) Math.max(0, Math.floor((wanted.getMinX() - west) / stepX) - 1);
    int top = (int) Math.max(0, Math.floor((north - wanted.getMaxY()) / stepY) - 1);
    int right =
        (int) Math.min(size.path(0).asInt(), Math.ceil((wanted.getMaxX() - west) / stepX) + 1);
    int bottom =
        (int) Math.min(size.path(1).asInt(), Math.ceil((north - wanted.getMinY()) / stepY) + 1);
    if (right - left < 2 || bottom - top < 2) {
      throw outside(file);
    }
    long points = (long) (right - left) * (bottom - top);
    if (points > HeightGrid.MOST_POINTS) {
      throw new UserFault(
          "高程文件 %s 在路网范围内有 %,d 个点 (points)".formatted(file.getFileName(), points),
          "最多 %,d：降低分辨率 (at most; make it coarser)".formatted(HeightGrid.MOST_POINTS));
    }
    return List.of(
        "-b",
        "1",
        "-unscale",
        "-ot",
        "Float32",
        "-of",
        "ENVI",
        "-srcwin",
        Integer.toString(left),
        Integer.toString(top),
        Integer.toString(right - left),
        Integer.toString(bottom - top),
        file.toString(),
        out.toString());
  }

  private String run(String tool, List<String> arguments) {
    Gdal.Outcome outcome = gdal.run(tool, arguments);
    if (!outcome.isClean()) {
      throw new UserFault(
          "高程文件 %s 读不了 (cannot be read): %s".formatted(file.getFileName(), outcome.complaint()),
          "取 GeoTIFF、HGT 或 ESRI 格网 (take one of these)");
    }
    return outcome.stdout();
  }

  private HeightGrid grid(Path out) throws IOException {
    JsonNode info = info(out);
    int columns = info.path("size").path(0).asInt();
    int rows = info.path("size").path(1).asInt();
    JsonNode transform = info.path("geoTransform");
    JsonNode unknown = info.path("bands").path(0).path("noDataValue");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
    float[] heights = new float[columns * rows];
    for (int i = 0; i < heights.length; i++) {
      float height = bytes.getFloat();
      heights[i] = unknown.isNumber() && height == (float) unknown.asDouble() ? Float.NaN : height;
    }
    double stepX = transform.path(1).asDouble();
    double stepY = -transform.path(5).asDouble();
    return new HeightGrid(
        transform.path(0).asDouble() + stepX / 2,
        transform.path(3).asDouble() - stepY / 2,
        stepX,
        stepY,
        columns,
        rows,
        heights);
  }

  private static void delete(Path work) {
    if (work == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      // A temporary directory of ours; the system clears it.
    }
  }
}
