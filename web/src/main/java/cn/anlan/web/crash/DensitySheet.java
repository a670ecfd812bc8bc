package cn.anlan.web.crash;

import cn.anlan.geo.text.Text;
import cn.anlan.web.crash.CrashDensity.Dense;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The densest stretches of road for people. */
public final class DensitySheet {
  private DensitySheet() {}

  /**
   * @param limit how many stretches are listed
   */
  public static Sheet of(CrashDensity density, int limit, boolean isDemo) {
    SheetTable table =
        new SheetTable(
            "density",
            new Text("最密的路段", "The densest stretches"),
            List.of(
                new Text("路段", "Stretch"),
                new Text("起/公里", "Crashes per km"),
                new Text("档次", "Band")));
    for (Dense dense : density.first(limit).stretches()) {
      table.row(dense.name(), String.format(Locale.ROOT, "%.2f", dense.perKm()), dense.band());
    }
    return new Sheet(
        new Text("路网事故密度", "Crash density on roads"),
        List.of(
            new Text(
                "截至 %s 的 %d 起事故分布在 %,.0f 公里路上。"
                    .formatted(density.asOf(), density.events(), density.lengthKm()),
                "%d crashes up to %s on %,.0f km of road."
                    .formatted(density.events(), density.asOf(), density.lengthKm()))),
        isDemo,
        List.of(table),
        notes(density));
  }

  private static List<Text> notes(CrashDensity density) {
    List<Text> notes = new ArrayList<>();
    notes.add(
        new Text(
            density.question().text() + "；只说哪里密，未除以交通量。",
            density.question().text() + "; it says where crashes are dense, not per vehicle."));
    if (density.cutShort() > 0) {
      notes.add(
          new Text(
              "街网过密，%d 起事故的路径未能全部走完，密度合计至多差 %.1f 起；可改用 discontinuous 或较小的带宽。"
                  .formatted(density.cutShort(), density.missed()),
              ("In a dense grid of streets the paths of %d crashes were not walked to their end; all"
                      + " densities together are wrong by at most %.1f crashes. Take discontinuous,"
                      + " or a smaller band.")
                  .formatted(density.cutShort(), density.missed())));
    }
    return notes;
  }
}
