package cn.anlan.web.sheet;

import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A table of a sheet; every row has a cell for each heading. */
public final class SheetTable implements Sheet.Part {
  /** A cell that has nothing to say. */
  public static final String NONE = "–";

  private final String id;
  private final Text title;
  private final List<Text> headings;
  private final List<List<Text>> rows = new ArrayList<>();

  /**
   * @param id its name in the page, for links and tests
   */
  public SheetTable(String id, Text title, List<Text> headings) {
    this.id = id;
    this.title = title;
    this.headings = List.copyOf(headings);
  }

  /**
   * One more row; a cell is a {@link Text}, or anything that is written alike in both languages, or
   * null.
   */
  public void row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "table %s: %d cells for %d headings".formatted(id, cells.length, headings.size()));
    }
    List<Text> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Text text ? text : alike(cell));
    }
    rows.add(row);
  }

  private static Text alike(Object cell) {
    String text = cell == null || cell.toString().isBlank() ? NONE : cell.toString();
    return new Text(text, text);
  }

  public String id() {
    return id;
  }

  @Override
  public Text title() {
    return title;
  }

  public List<Text> headings() {
    return headings;
  }

  public List<List<Text>> rows() {
    return List.copyOf(rows);
  }
}
