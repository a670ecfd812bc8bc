package cn.anlan.data.basemap;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One-dimensional arrays of a netCDF-4 file, brought to raw little-endian bytes by GDAL's {@code
 * gdal_translate} (Debian: gdal-bin), so that no netCDF library is needed.
 */
final class NetcdfArrays {
  private final Path file;

  NetcdfArrays(Path file) {
    if (!Files.isReadable(file)) {
      throw new UserFault("找不到 " + file, "apt-get install gmt-gshhg-full gdal-bin");
    }
    this.file = file;
  }

  int[] readInts(String array) {
    ByteBuffer bytes = read(array, "Int32");
    int[] values = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(values);
    return values;
  }

  /** 16-bit values taken as unsigned, as GSHHG means them. */
  char[] readUnsignedShorts(String array) {
    ByteBuffer bytes = read(array, "Int16");
    char[] values = new char[bytes.remaining() / Character.BYTES];
    bytes.asCharBuffer().get(values);
    return values;
  }

  private ByteBuffer read(String array, String type) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("anlan-netcdf");
      Path raw = folder.resolve("array.bin");
      String source = "NETCDF:\"" + file + "\":" + array;
      Process process =
          new ProcessBuilder(
                  List.of(
                      "gdal_translate", "-q", "-of", "ENVI", "-ot", type, source, raw.toString()))
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes()).strip();
      if (process.waitFor() != 0) {
        throw new UserFault(
            "gdal_translate 读不出 " + array + " (" + file + "): " + output, "检查 GDAL 的 netCDF 驱动");
      }
      return ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + array + " of " + file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + file, e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
