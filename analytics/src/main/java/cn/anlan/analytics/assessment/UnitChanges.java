package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.facts.FactSources;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed about a region's borders within the window of a day: regions founded, merged or
 * split. A row counts where its code leads on the day (see {@link
 * cn.anlan.analytics.rollup.UnitTree}); what was declared under the old code of a region that was
 * split stays with the region that the code means now. That is said, so that a figure from before a
 * change is not held against one from after it.
 */
final class UnitChanges {
  private UnitChanges() {}

  static List<Text> notes(Assessment assessment, String code) {
    FactSources sources = assessment.facts().sources();
    LayerSnapshot units = sources.units();
    LocalDate end = assessment.asOf();
    LocalDate start = end.minusMonths(assessment.files().model().windowMonths());
    List<Text> notes = new ArrayList<>();
    units
        .rows()
        .forEach(
            row -> {
              String own = units.text(LayerSnapshot.CODE, row);
              String name = units.text("name", row);
              LocalDate from = units.date("valid_from", row);
              if (code.equals(own) && within(from, start, end)) {
                notes.add(
                    new Text(
                        "%s于%s设立，窗口内此前的记录按当时编码归属，前后不可直接对比。".formatted(name, from),
                        "%s was founded on %s, within the window; what was declared before stands where its code leads."
                            .formatted(name, from)));
              }
              if (code.equals(units.text("predecessor_code", row))
                  && !code.equals(own)
                  && within(from, start, end)) {
                notes.add(
                    new Text(
                        "%s于%s从本区域划出，此前以本区域编码申报的记录仍计入本区域。".formatted(name, from),
                        "%s was split off on %s; what was declared here before still counts here."
                            .formatted(name, from)));
              }
              LocalDate to = units.date("valid_to", row);
              if (code.equals(units.text("successor_code", row)) && within(to, start, end)) {
                notes.add(
                    new Text(
                        "%s于%s并入本区域，其窗口内的记录一并计入。".formatted(name, to),
                        "%s was merged into it on %s; its rows of the window count here."
                            .formatted(name, to)));
              }
            });
    return notes;
  }

  private static boolean within(LocalDate day, LocalDate after, LocalDate upTo) {
    return day != null && day.isAfter(after) && !day.isAfter(upTo);
  }
}
