package cn.anlan.web.cli;

import cn.anlan.web.print.Language;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetPage;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that print a result as text, JSON or a page. */
final class SheetOutput {
  @Option(
      names = "--format",
      paramLabel = "table|json|html",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private SheetFormat format;

  @Mixin private final OutputOption output = new OutputOption();

  /** Whether people read it: then not all is listed. */
  boolean isTable() {
    return format == SheetFormat.TABLE;
  }

  /** What has only one form. */
  void printText(String text) {
    output.print(text);
  }

  void print(Object answer, Supplier<Sheet> sheet) {
    output.print(
        switch (format) {
          case JSON -> Json.pretty(answer);
          case HTML -> SheetPage.file(sheet.get(), Language.ZH);
          case TABLE -> SheetText.of(sheet.get());
        });
  }
}
