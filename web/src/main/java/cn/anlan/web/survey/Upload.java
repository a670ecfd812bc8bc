package cn.anlan.web.survey;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.upload.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that was sent, in a temporary place for as long as it is read. */
final class Upload {
  /** A boundary of the most points that are taken stays below this. */
  private static final int MAX_BYTES = 20 << 20;

  private Upload() {}

  /**
   * @param name the file's name as the sender calls it; only its ending is used
   * @throws UserFault where it is empty or too large; not more than that is read
   */
  static <T> T use(InputStream body, String name, Function<Path, T> reading) throws IOException {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!ending.matches("[A-Za-z]{3}")) {
      throw new UserFault(
          "fileName=" + name + " 没有后缀 (no ending)", "如 (as) site.txt, site.csv, site.dxf");
    }
    Path file = Files.createTempFile("anlan-upload-", "." + ending);
    try {
      SentFile.store(
          body,
          file,
          MAX_BYTES,
          () ->
              new UserFault("文件超过 20 MB (file too large)", "只送该场址的界址点 (this site's points only)"));
      return reading.apply(file);
    } finally {
      Files.delete(file);
    }
  }
}
