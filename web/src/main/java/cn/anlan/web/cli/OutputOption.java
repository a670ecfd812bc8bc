package cn.anlan.web.cli;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command's result goes: to standard output, or into a file. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "写入文件 (write to a file)")
  private Path output;

  /**
   * @throws UserFault where the file cannot be written
   */
  void print(String text) {
    if (output == null) {
      System.out.print(text);
      return;
    }
    try {
      Files.writeString(output, text);
    } catch (IOException e) {
      throw new UserFault("无法写入 (cannot write) " + output, "检查目录和权限 (check folder and rights)");
    }
  }
}
