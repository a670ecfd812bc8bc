package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * A water that the base map draws: one row of {@code waters.csv}. The sources have no usable names,
 * so a water is named by position: a lake by a point inside it, a river by the towns it passes.
 *
 * @param kind river, lake or reservoir
 * @param riverSystem yangtze, gan, fu, xin, rao, xiu, poyang or other
 * @param source gshhg, wdbii or geomaps
 * @param places points inside (lakes) or towns in the order of the flow (rivers), (lon, lat)
 * @param halfWidthsM of a line river at its source and mouth, for the demonstration's banks only
 * @param sigmaDefinitionM how far the legal 岸线 may lie from the mapped line, one standard deviation
 */
record WaterName(
    String code,
    String name,
    String nameEn,
    String kind,
    String riverSystem,
    boolean yangtzeBasin,
    String source,
    List<Coordinate> places,
    double[] halfWidthsM,
    double sigmaDefinitionM,
    String basis) {

  static List<WaterName> parse(String file, String csv) {
    return CsvTable.parse(file, csv).stream().map(WaterName::of).toList();
  }

  /** Whether the demonstration draws a shore for it: the Yangtze, the lake and the five rivers. */
  boolean isDemonstrated() {
    return List.of(
            "W-YANGTZE",
            "W-POYANG",
            "W-GAN",
            "W-FU",
            "W-XIN",
            "W-RAO",
            "W-CHANG",
            "W-LEAN",
            "W-XIU")
        .contains(code);
  }

  private static WaterName of(Map<String, String> row) {
    List<Coordinate> places = new ArrayList<>();
    for (String place : CsvTable.list(row.get("places"))) {
      String[] words = place.strip().split(" ");
      int n = words.length;
      places.add(
          new Coordinate(Double.parseDouble(words[n - 2]), Double.parseDouble(words[n - 1])));
    }
    String widths = row.get("half_width_m").strip();
    double[] halfWidths = {};
    if (!widths.isEmpty()) {
      String[] ends = widths.split(" ");
      halfWidths = new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
    }
    return new WaterName(
        row.get("code"),
        row.get("name"),
        row.get("name_en"),
        row.get("kind"),
        row.get("river_system"),
        Boolean.parseBoolean(row.get("yangtze_basin")),
        row.get("source"),
        places,
        halfWidths,
        Double.parseDouble(row.get("sigma_definition_m")),
        row.get("basis"));
  }
}
