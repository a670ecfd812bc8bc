package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The base map's small tables: a heading line, then rows that fill every column. */
public final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvTable() {}

  /**
   * The rows, each by its column's heading.
   *
   * @throws IllegalArgumentException where a row has not as many fields as the heading
   */
  public static List<Map<String, String>> parse(String name, String text) {
    try (CSVParser table = CSVParser.parse(text, FORMAT)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (CSVRecord row : table) {
        if (!row.isConsistent()) {
          throw new IllegalArgumentException(
              name + ": row " + row.getRecordNumber() + " has " + row.size() + " fields");
        }
        rows.add(row.toMap());
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** The parts of a field that holds several values, separated by a bar. */
  public static List<String> list(String field) {
    return field.isBlank() ? List.of() : List.of(field.split("\\|"));
  }
}
