package cn.anlan.data.ingest.mapping;

import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.SourceRow;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value for all rows that may hold parts of the row: {@code {column}} is what the row has there,
 * {@code {row}} its number, and of {@code {a|b|'text'}} the first that is not empty counts; what
 * stands in apostrophes is taken as it is.
 */
record RowTemplate(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
  private static final String ROW = "row";

  /** The columns that the template needs. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    Matcher m = PLACEHOLDER.matcher(text);
    while (m.find()) {
      for (String choice : m.group(1).split("\\|")) {
        if (!choice.equals(ROW) && !isLiteral(choice)) {
          columns.add(choice);
        }
      }
    }
    return columns;
  }

  String fill(SourceRow row) {
    Matcher m = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (m.find()) {
      m.appendReplacement(filled, Matcher.quoteReplacement(first(m.group(1).split("\\|"), row)));
    }
    return m.appendTail(filled).toString();
  }

  private static String first(String[] choices, SourceRow row) {
    for (String choice : choices) {
      String value;
      if (isLiteral(choice)) {
        value = choice.substring(1, choice.length() - 1);
      } else if (choice.equals(ROW)) {
        value = Long.toString(row.number());
      } else {
        value = ValueReader.text(row.values().get(choice));
      }
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static boolean isLiteral(String choice) {
    return choice.length() >= 2 && choice.startsWith("'") && choice.endsWith("'");
  }
}
