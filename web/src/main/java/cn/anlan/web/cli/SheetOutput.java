package cn.anlan.web.cli;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Options of commands that print a result as text, JSON or a page. */
final class SheetOutput {
  @Option(
      names = "--format",
      paramLabel = "table|json|html",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private SheetFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "写入文件 (write to a file)")
  private Path output;

  void print(Object answer, Supplier<Sheet> sheet) {
    String text =
        switch (format) {
          case JSON -> Json.pretty(answer);
          case HTML -> SheetPage.file(sheet.get(), Language.ZH);
          case TABLE -> SheetText.of(sheet.get());
        };
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
