package cn.anlan.data.ingest.region;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.data.source.FileOpener;
import cn.anlan.data.source.file.DeliveredFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures how often the datum is found, for the table of {@code docs/datums.md}: points in the
 * counties of one map, judged with the base map. {@code DatumRates COUNTIES.geojson SEED FILES};
 * the features carry {@code adcode}, and should come from another source than the base map.
 */
final class DatumRates {
  private static final int[] POINTS = {10, 20, 50, 150, 500};
  private static final double[] WRONG_NAMES = {0, 0.03, 0.1};

  private DatumRates() {}

  public static void main(String[] args) {
    Map<String, Geometry> truth = new TreeMap<>();
    FileOpener.Options options =
        new FileOpener.Options(Optional.empty(), Optional.empty(), Map.of());
    try (DeliveredFile file = FileOpener.open(Path.of(args[0]), options)) {
      file.forEach(row -> truth.put(row.values().get("adcode").toString(), row.geometry()));
    }
    long seed = Long.parseLong(args[1]);
    int files = Integer.parseInt(args[2]);
    System.out.println("seed " + seed + ", " + files + " files a cell: right/doubtful/wrong");
    for (double wrongNames : WRONG_NAMES) {
      DatumTrials trials = new DatumTrials(truth, baseMap(), wrongNames);
      for (DatumTrials.Spread spread : DatumTrials.Spread.values()) {
        for (int points : POINTS) {
          Random random = new Random(seed + points);
          StringBuilder line = new StringBuilder();
          line.append(String.format(Locale.ROOT, "%.2f %s %d", wrongNames, spread, points));
          for (Hypothesis h : Hypothesis.values()) {
            DatumTrials.Outcome o = trials.run(h, spread, points, files, random);
            line.append(String.format(" | %s %d/%d/%d", h, o.right(), o.doubtful(), o.wrong()));
          }
          System.out.println(line);
        }
      }
    }
  }

  /** What an office has that has imported no better regions. */
  static ProvinceMap baseMap() {
    Map<String, Geometry> counties = new TreeMap<>();
    double sigmaM = 0;
    for (var region : BaseMap.regions()) {
      if ("county".equals(region.text("admin_level"))) {
        counties.put(region.code(), region.geometry());
        sigmaM = Math.max(sigmaM, region.getNumber("sigma_m"));
      }
    }
    return new ProvinceMap(counties, null, sigmaM);
  }
}
