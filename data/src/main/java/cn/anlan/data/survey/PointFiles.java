package cn.anlan.data.survey;

import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Opens a file of boundary points: the land office's TXT, CSV or DXF. */
final class PointFiles {
  static final long MAX_BYTES = 20L << 20;
  static final int MAX_POINTS = 100_000;

  private PointFiles() {}

  /**
   * @param crs as declared beside the file; the TXT declares its own
   * @param drawingLayer the layer of a DXF that holds the boundary
   * @throws UserFault where the file as a whole cannot be taken
   */
  static PointFile read(Path file, Optional<CoordinateSystem> crs, Optional<String> drawingLayer) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new UserFault("读不到文件 (cannot read) " + name, "检查路径和权限 (check path and rights)");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UserFault(
            "界址文件超过 20 MB (file too large)", "只送该场址的界址点 (send this site's points only)");
      }
      PointFile read =
          switch (extension) {
            case "txt" -> LandOfficePoints.read(text(file, name), name, crs);
            case "csv" -> PointCsv.read(file, name, declared(name, crs));
            case "dxf" -> DxfBoundary.read(file, name, declared(name, crs), drawingLayer);
            default ->
                throw new UserFault(
                    "不认识界址文件的格式 (unknown format): " + name,
                    "可用 (accepted): .txt（[地块坐标] 格式）, .csv, .dxf");
          };
      if (read.points().size() > MAX_POINTS) {
        throw new UserFault(
            "界址点超过 " + MAX_POINTS + " 个 (too many points)", "只送该场址的界址点 (this site's points only)");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the boundary points", e);
    }
  }

  private static CoordinateSystem declared(String name, Optional<CoordinateSystem> crs) {
    return crs.orElseThrow(
        () ->
            new UserFault(
                name + " 没有声明坐标系 (no coordinate system declared)",
                "用 crs 指明，例如 EPSG:4547、EPSG:4526、EPSG:4490 (declare it)"));
  }

  /** Land offices write GB18030 as often as UTF-8; the two cannot be taken for one another. */
  private static String text(Path file, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Encodings.decode(bytes, StandardCharsets.UTF_8)
        .or(() -> Encodings.decode(bytes, Encodings.GB18030))
        .orElseThrow(
            () ->
                new UserFault(
                    name + " 不是文本文件 (not a text file)", "以 UTF-8 或 GB18030 保存 (save as text)"));
  }
}
