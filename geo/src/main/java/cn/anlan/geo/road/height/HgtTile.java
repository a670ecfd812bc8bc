package cn.anlan.geo.road.height;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads SRTM tiles: {@code N42E001.hgt}, also zipped, of 1″ (3601 × 3601 points) or 3″ (1201 ×
 * 1201); 16-bit integers, most significant byte first, rows from the north, −32768 unknown. The
 * name says the south-western corner. Source of the form: NASA, SRTM Topography (2015).
 */
public final class HgtTile {
  private static final Pattern NAME =
      Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})(?:\\.[A-Z0-9]+)*\\.HGT(?:\\.ZIP)?");
  private static final int ONE_SECOND = 3601;
  private static final int THREE_SECONDS = 1201;
  private static final int VOID = -32768;

  private HgtTile() {}

  /** Whether the name is one of a tile. */
  public static boolean isNamedSo(Path file) {
    return name(file).matches();
  }

  /**
   * Reads one; values that no land has (below −500 m, above 9,000 m) are unknown.
   *
   * @throws UserFault for a name or size that no tile has, or a broken archive
   */
  public static HeightGrid read(Path file) {
    Matcher name = name(file);
    if (!name.matches()) {
      throw new UserFault(
          "不是 HGT 图幅名 (no name of a tile): " + file.getFileName(),
          "命名如 N42E001.hgt：西南角的纬度和经度 (name it by its south-western corner)");
    }
    byte[] bytes = bytes(file);
    int side =
        bytes.length == 2 * ONE_SECOND * ONE_SECOND
            ? ONE_SECOND
            : bytes.length == 2 * THREE_SECONDS * THREE_SECONDS ? THREE_SECONDS : 0;
    if (side == 0) {
      throw new UserFault(
          "HGT 图幅 %s 有 %,d 字节 (bytes)，应为 %,d 或 %,d"
              .formatted(
                  file.getFileName(),
                  bytes.length,
                  2 * THREE_SECONDS * THREE_SECONDS,
                  2 * ONE_SECOND * ONE_SECOND),
          "重新取得该图幅 (get the tile again)");
    }
    double south = Integer.parseInt(name.group(2)) * (name.group(1).equals("N") ? 1 : -1);
    double west = Integer.parseInt(name.group(4)) * (name.group(3).equals("E") ? 1 : -1);
    float[] heights = new float[side * side];
    ByteBuffer values = ByteBuffer.wrap(bytes);
    for (int i = 0; i < heights.length; i++) {
      short value = values.getShort();
      heights[i] = value == VOID ? Float.NaN : value;
    }
    double step = 1.0 / (side - 1);
    return new HeightGrid(west, south + 1, step, step, side, side, heights);
  }

  private static Matcher name(Path file) {
    return NAME.matcher(file.getFileName().toString().toUpperCase(Locale.ROOT));
  }

  private static byte[] bytes(Path file) {
    int most = 2 * ONE_SECOND * ONE_SECOND + 1;
    try (InputStream in = Files.newInputStream(file)) {
      if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        return in.readNBytes(most);
      }
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".hgt")) {
          return zip.readNBytes(most);
        }
      }
      throw new UserFault(
          "压缩包中没有 .hgt (no .hgt in the archive): " + file.getFileName(), "重新取得该图幅 (get it again)");
    } catch (IOException e) {
      throw new UncheckedIOException("reading the tile " + file.getFileName(), e);
    }
  }
}
