package cn.anlan.data.sheet;

import cn.anlan.data.xml.SafeXml;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts that cells of a workbook share, held in memory up to a limit. */
final class SharedTexts {
  private static final long MOST_CHARS = 60_000_000;

  private final List<String> texts = new ArrayList<>();

  /**
   * @param file xl/sharedStrings.xml; need not exist
   */
  SharedTexts(Path file, String name) {
    if (!Files.exists(file)) {
      return;
    }
    long chars = 0;
    try (SafeXml xml = new SafeXml(file, name)) {
      while (xml.next()) {
        if (xml.isStart("si")) {
          String text = rich(xml, "si");
          chars += text.length() + 20;
          if (chars > MOST_CHARS) {
            throw new UserFault(
                name + " 的文字超过 " + MOST_CHARS + " 个字符 (too many texts for a workbook)",
                "存为 CSV 再导入");
          }
          texts.add(text);
        }
      }
    }
  }

  /** The text at an index, or null where there is none. */
  String find(String index) {
    int i = index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1;
    return i >= 0 && i < texts.size() ? texts.get(i) : null;
  }

  /** The runs of a text that begins here, without its reading aids (rPh). */
  static String rich(SafeXml xml, String element) {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        text.append(xml.text());
      }
    }
    return text.toString();
  }
}
