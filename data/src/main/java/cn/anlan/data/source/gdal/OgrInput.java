package cn.anlan.data.source.gdal;

import cn.anlan.data.source.encoding.TextEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What GDAL is to open, and how.
 *
 * @param driver GDAL's name of the format; no other may open it
 * @param encoding of the texts, as the report shows it
 * @param openOptions of the driver, as {@code NAME=VALUE}
 * @param options GDAL's configuration options
 */
public record OgrInput(
    Path file,
    String driver,
    TextEncoding encoding,
    List<String> openOptions,
    Map<String, String> options) {

  /** A format whose texts are UTF-8 by its standard. */
  static OgrInput utf8(Path file, String driver) {
    return new OgrInput(file, driver, TextEncoding.ascii(), List.of(), Map.of());
  }
}
