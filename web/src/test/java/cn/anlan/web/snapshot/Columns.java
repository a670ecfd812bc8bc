package cn.anlan.web.snapshot;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Columns of invented snapshots, in short. */
public final class Columns {
  private Columns() {}

  /**
   * @param columns a name, or a name and a kind parted by a blank; without a kind it is a text
   */
  public static List<ColumnSpec> of(String... columns) {
    return Arrays.stream(columns).map(Columns::column).toList();
  }

  private static ColumnSpec column(String words) {
    String[] parts = words.split(" ");
    String kind = parts.length == 1 ? "text" : parts[1];
    return new ColumnSpec(parts[0], ColumnKind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }
}
