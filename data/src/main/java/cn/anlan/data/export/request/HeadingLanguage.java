package cn.anlan.data.export.request;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.util.Locale;

/** What stands above the columns: the fields' names, or their titles. The import knows all. */
public enum HeadingLanguage {
  NAME,
  ZH,
  EN;

  /**
   * @throws UserFault naming the choices
   */
  public static HeadingLanguage parse(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "name" -> NAME;
      case "zh" -> ZH;
      case "en" -> EN;
      default ->
          throw new UserFault(
              "没有表头语言 \"" + word + "\" (unknown language of headings)",
              "用 name（字段名）、zh（中文）或 en（英文）(use name, zh or en)");
    };
  }

  /** What stands above a column of this name and title. */
  public String heading(String name, Text title) {
    return switch (this) {
      case NAME -> name;
      case ZH -> title.zh();
      case EN -> title.en();
    };
  }
}
