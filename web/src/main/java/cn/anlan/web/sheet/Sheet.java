package cn.anlan.web.sheet;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * What a reader is told.
 *
 * @param title what it is about
 * @param lead the answer in sentences, the most important one first
 * @param isDemo whether invented rows went into it (示例数据)
 * @param parts tables and charts in the order of reading
 * @param notes what must be known to use it: definitions, cut-off, what is missing
 */
public record Sheet(
    Text title, List<Text> lead, boolean isDemo, List<Part> parts, List<Text> notes) {
  public Sheet {
    lead = List.copyOf(lead);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** A table, a chart or a drawing. */
  public sealed interface Part permits SheetTable, MonthChart, Drawing {
    Text title();
  }
}
