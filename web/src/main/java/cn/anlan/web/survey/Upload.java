package cn.anlan.web.survey;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that was sent, in a temporary place for as long as it is read. */
final class Upload {
  /** A boundary of the most points that are taken stays below this. */
  private static final int MAX_BYTES = 20 << 20;

  private static final int BLOCK = 1 << 16;

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
      long size = 0;
      try (OutputStream out = Files.newOutputStream(file)) {
        byte[] block = new byte[BLOCK];
        for (int n = body.read(block); n >= 0; n = body.read(block)) {
          size += n;
          if (size > MAX_BYTES) {
            throw new UserFault(
                "文件超过 20 MB (file too large)", "只送该场址的界址点 (this site's points only)");
          }
          out.write(block, 0, n);
        }
      }
      if (size == 0) {
        throw new UserFault(
            "没有文件内容 (empty body)",
            "把文件作为请求体发送，Content-Type 为 application/octet-stream (send the file as the body)");
      }
      return reading.apply(file);
    } finally {
      Files.delete(file);
    }
  }
}
