package cn.anlan.data.sheet;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the heading of a sheet that people made for people: below titles and lines such as 填报单位:…,
 * over one or several rows with merged cells, perhaps followed by a row that numbers the columns.
 *
 * <p>The heading begins in the first of the sheet's top rows that fills at least 60 % of the
 * columns with texts; a row of groups above it, and rows below it that its merged cells reach into
 * or group, belong to it. A column is named by its lowest cell, or by all of them from the top
 * where the lowest alone stands twice.
 *
 * @param first its first row, as the spreadsheet counts
 * @param last its last row, a row that numbers the columns included
 * @param names by column; empty where a column has none
 * @param paths the cells of each column from the top
 */
record HeadingRows(long first, long last, List<String> names, List<String> paths) {
  /** Rows looked at for a heading. */
  static final int LOOKED_AT = 60;

  private static final double FILLED = 0.6;
  private static final int DEEPEST = 4;
  private static final int LONGEST_NAME = 80;

  /**
   * @param top the sheet's first rows that are not blank
   * @throws UserFault where there is no heading
   */
  static HeadingRows find(List<SheetRow> top, MergedCells merged, String name) {
    return new Finder(top, merged, name).find();
  }

  private static final class Finder {
    private final List<SheetRow> top;
    private final MergedCells merged;
    private final String name;
    private final int width;
    private final Map<Long, SheetRow> byNumber = new HashMap<>();

    Finder(List<SheetRow> top, MergedCells merged, String name) {
      this.top = top;
      this.merged = merged;
      this.name = name;
      this.width = top.stream().mapToInt(SheetRow::filled).max().orElse(0);
      top.forEach(row -> byNumber.put(row.number(), row));
    }

    HeadingRows find() {
      int at = -1;
      for (int i = 0; i < top.size() && at < 0; i++) {
        at = isHeading(top.get(i)) ? i : -1;
      }
      if (at < 0) {
        throw new UserFault(name + " 找不到表头行 (no row of column names found)", "让一行各格都写列名,数据紧接其下");
      }
      long first = top.get(at).number();
      while (at > 0 && isGroups(top.get(at - 1)) && top.get(at - 1).number() == first - 1) {
        at--;
        first--;
      }
      long last = last(first, top.get(at).number());
      List<List<String>> paths = paths(first, last);
      List<String> names = names(paths);
      long numbered = isNumbering(byNumber.get(last + 1)) ? last + 1 : last;
      return new HeadingRows(
          first, numbered, names, paths.stream().map(p -> String.join(" ", p)).toList());
    }

    private boolean isHeading(SheetRow row) {
      long texts = row.cells().stream().filter(c -> c != null && isName(c)).count();
      boolean labels = row.cells().stream().anyMatch(c -> c != null && c.matches("(?s).*[:：].+"));
      return row.filled() >= Math.max(Math.min(2, width), Math.ceil(FILLED * width))
          && texts >= Math.ceil(0.7 * row.filled())
          && !labels;
    }

    private static boolean isName(String cell) {
      return cell.length() <= LONGEST_NAME && !cell.matches("[-+.\\d\\s/:%]+");
    }

    /** Names of groups, each over several columns, and not a title over all of them. */
    private boolean isGroups(SheetRow row) {
      boolean wide =
          merged.all().stream().anyMatch(r -> r.firstRow() == row.number() && r.isWide());
      boolean labels = row.cells().stream().anyMatch(c -> c != null && c.matches("(?s).*[:：].+"));
      return row.filled() >= 2 && wide && !labels;
    }

    private long last(long first, long begun) {
      long last = begun;
      boolean grown = true;
      while (grown && last - first < DEEPEST) {
        long before = last;
        for (MergedCells.Range r : merged.all()) {
          boolean starts = r.firstRow() >= first && r.firstRow() <= last;
          boolean named = byNumber.containsKey(r.firstRow());
          if (starts && named && r.lastRow() < first + DEEPEST) {
            last = Math.max(last, r.lastRow());
            boolean groups = r.isWide() && r.lastRow() == last && isSubheading(r, last + 1);
            last += groups ? 1 : 0;
          }
        }
        grown = last > before;
      }
      return last;
    }

    private boolean isSubheading(MergedCells.Range group, long row) {
      SheetRow below = byNumber.get(row);
      if (below == null) {
        return false;
      }
      for (int c = group.firstColumn(); c <= group.lastColumn(); c++) {
        if (below.cell(c) == null || !isName(below.cell(c))) {
          return false;
        }
      }
      return true;
    }

    private List<List<String>> paths(long first, long last) {
      int columns = top.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
      List<List<String>> paths = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        Set<String> path = new LinkedHashSet<>();
        for (long row = first; row <= last; row++) {
          shown(row, c).map(HeadingRows::clean).filter(s -> !s.isEmpty()).ifPresent(path::add);
        }
        paths.add(List.copyOf(path));
      }
      return paths;
    }

    /** What a person sees at a place: the value of the merged cell that covers it. */
    private Optional<String> shown(long row, int column) {
      Optional<MergedCells.Range> range = merged.find(row, column);
      SheetRow at = byNumber.get(range.map(MergedCells.Range::firstRow).orElse(row));
      int c = range.map(MergedCells.Range::firstColumn).orElse(column);
      return Optional.ofNullable(at == null ? null : at.cell(c));
    }

    private static List<String> names(List<List<String>> paths) {
      List<String> lowest =
          paths.stream().map(p -> p.isEmpty() ? "" : p.get(p.size() - 1)).toList();
      List<String> names = new ArrayList<>();
      for (int c = 0; c < paths.size(); c++) {
        String leaf = lowest.get(c);
        boolean twice = lowest.stream().filter(leaf::equals).count() > 1;
        names.add(twice ? String.join(" ", paths.get(c)) : leaf);
      }
      return names;
    }

    /** A row of 1, 2, 3 … below the names, as statistical forms have; 甲, 乙 may stand before. */
    private boolean isNumbering(SheetRow row) {
      if (row == null || row.filled() < Math.max(2, width / 2) || !row.faults().isEmpty()) {
        return false;
      }
      int expected = 1;
      for (String cell : row.cells()) {
        boolean letter = cell == null || cell.matches("[甲乙丙丁戊己庚辛]") && expected == 1;
        String plain = letter ? "" : FullWidth.narrow(cell).replaceAll("[()\\s]", "");
        if (!letter && !plain.equals(Integer.toString(expected++))) {
          return false;
        }
      }
      return expected > 2;
    }
  }

  private static String clean(String cell) {
    boolean chinese = cell.codePoints().anyMatch(Character::isIdeographic);
    return cell.strip().replaceAll("\\s+", chinese ? "" : " ").replaceAll("^[*＊※]+|[*＊※]+$", "");
  }

  /** Whether a later row repeats the names, as on each page of a printed table. */
  boolean isRepeatedBy(SheetRow row) {
    int same = 0;
    for (int c = 0; c < names.size(); c++) {
      String cell = row.cell(c) == null ? "" : clean(row.cell(c));
      if (!cell.isEmpty() && !paths.get(c).contains(cell)) {
        return false;
      }
      same += cell.isEmpty() ? 0 : 1;
    }
    return same >= Math.max(2, names.size() / 2);
  }
}
