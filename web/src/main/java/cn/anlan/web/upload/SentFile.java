package cn.anlan.web.upload;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A file that is sent as the body of a request. */
public final class SentFile {
  private static final int BLOCK = 1 << 16;

  private SentFile() {}

  /**
   * Writes the body to a file.
   *
   * @param mostBytes so many are taken; at the first one more it is refused
   * @param tooLarge the refusal
   * @throws UserFault where the body is empty
   */
  public static void store(
      InputStream body, Path file, long mostBytes, Supplier<? extends RuntimeException> tooLarge)
      throws IOException {
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[BLOCK];
      for (int n = body.read(block); n >= 0; n = body.read(block)) {
        size += n;
        if (size > mostBytes) {
          throw tooLarge.get();
        }
        out.write(block, 0, n);
      }
    }
    if (size == 0) {
      throw new UserFault(
          "没有文件内容 (empty body)",
          "把文件作为请求体发送，Content-Type 为 application/octet-stream (send the file as the body)");
    }
  }
}
