package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small comma-separated table with a heading line and quoted fields where a comma needs it. */
final class CsvTable {
  private CsvTable() {}

  /**
   * The rows, each by its column's heading.
   *
   * @throws IllegalArgumentException where a row has not as many fields as the heading
   */
  static List<Map<String, String>> parse(String name, String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> heading = null;
    int number = 0;
    for (String line : text.split("\r?\n")) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      List<String> fields = fields(line);
      if (heading == null) {
        heading = fields;
        continue;
      }
      if (fields.size() != heading.size()) {
        throw new IllegalArgumentException(
            name + ":" + number + ": " + fields.size() + " fields, not " + heading.size());
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        row.put(heading.get(i), fields.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The parts of a field that holds several values, separated by a bar. */
  static List<String> list(String field) {
    return field.isBlank() ? List.of() : List.of(field.split("\\|"));
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
