package cn.anlan.data.ingest.report;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells a full disk, which the user can help, from other faults of files. */
public final class DiskFault {
  private DiskFault() {}

  /**
   * @param attempted what was being done
   */
  public static RuntimeException of(String attempted, IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("No space left") || said.contains("Disk quota exceeded")
        ? new UserFault(
            "磁盘已满,未作任何改动 (the disk is full; nothing was changed)",
            "腾出空间后重新导入 (make room and import again)")
        : new UncheckedIOException(attempted, e);
  }
}
