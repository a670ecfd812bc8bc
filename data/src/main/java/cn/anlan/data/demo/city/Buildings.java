package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Polygon;

/**
 * Buildings on a turned grid round each village's centre, one to a plot, so that those of one
 * village never overlap and none leaves the village's clear radius.
 */
final class Buildings {
  private static final int FULL = 100_000;
  private static final double PLOT_M = 44;
  private static final double GAP_M = 6;
  private static final double STOREY_M = 3.0;

  /** Storeys above which housing is 高层: 27 m by GB 50016, that is more than nine storeys. */
  private static final int LOW_STOREYS = 9;

  private final Settlements settlements;
  private final int wanted;
  private final Random random;
  private final List<Building> buildings = new ArrayList<>();

  Buildings(Settlements settlements, DemoPlan plan) {
    this.settlements = settlements;
    this.wanted = plan.scaled(FULL);
    this.random = plan.random("building");
  }

  List<Building> buildings() {
    return buildings;
  }

  void write(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("B", out);
    Map<Village, Integer> counts = new IdentityHashMap<>();
    for (int drawn = 0; drawn < wanted; ) {
      Village village = settlements.drawVillage(random);
      int count = counts.getOrDefault(village, 0);
      if (radiusM(count) < village.clearRadiusM()) {
        counts.put(village, count + 1);
        drawn++;
      }
    }
    for (Village village : settlements.villages()) {
      int count = counts.getOrDefault(village, 0);
      double turn = random.nextDouble() * Math.PI / 2;
      for (int plot = 0; plot < count; plot++) {
        write(village, plot, turn, rows);
      }
    }
  }

  private void write(Village village, int plot, double turn, NumberedRows rows) {
    boolean urban = village.name().endsWith("社区");
    double x = random.nextDouble();
    String use =
        x < 0.66
            ? "dwelling"
            : x < 0.78
                ? "mixed"
                : x < 0.84
                    ? "commercial"
                    : x < 0.88
                        ? "office"
                        : x < 0.92 ? "public" : x < 0.97 || urban ? "industrial" : "farm";
    boolean residential = use.equals("dwelling") || use.equals("mixed");
    double lengthM = 9 + random.nextDouble() * (urban ? 29 : 9);
    double widthM = 8 + random.nextDouble() * (urban ? 12 : 6);
    int storeys = storeys(use, urban);
    double floorsM2 = lengthM * widthM * storeys;
    long households =
        residential ? urban ? Math.max(1, Math.round(floorsM2 / 110)) : 1 + random.nextInt(2) : 0;
    long persons =
        residential
            ? Math.round(households * (2.4 + random.nextDouble()))
            : Math.round(floorsM2 / 60 * random.nextDouble());
    Polygon footprint = footprint(village, plot, turn, lengthM, widthM);
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", village.name() + (plot + 1) + "号楼");
    values.put("use", use);
    values.put("storeys", (long) storeys);
    double heightM = Math.round(storeys * STOREY_M * (1 + 0.15 * random.nextDouble()) * 10) / 10.0;
    values.put("height_m", heightM);
    values.put("households", households);
    values.put("persons", persons);
    values.put("is_residential", residential);
    values.put("built_year", (long) builtYear(storeys));
    values.put("place_class", Rows.placeClass(village));
    values.put("is_high_rise", heightM > (residential ? 27 : 24));
    values.put("is_illegal", random.nextDouble() < 0.012);
    buildings.add(new Building(rows.nextCode(), use, village, footprint, persons));
    rows.write(values, footprint, 1.0);
  }

  private int storeys(String use, boolean urban) {
    if (use.equals("industrial") || use.equals("farm")) {
      return 1 + random.nextInt(use.equals("farm") ? 1 : 3);
    }
    if (!urban) {
      return 1 + random.nextInt(4);
    }
    return random.nextDouble() < 0.14
        ? LOW_STOREYS + 1 + random.nextInt(24)
        : 3 + random.nextInt(LOW_STOREYS - 3);
  }

  /** Tall houses are young. No later than 2021. */
  private int builtYear(int storeys) {
    int first = storeys > LOW_STOREYS ? 2000 : 1975;
    return first + (int) (Math.sqrt(random.nextDouble()) * (2022 - first));
  }

  private static Polygon footprint(
      Village village, int plot, double turn, double lengthM, double widthM) {
    int[] cell = spiral(plot);
    FlatFrame frame = FlatFrame.at(village.at());
    double sin = Math.sin(turn);
    double cos = Math.cos(turn);
    double[][] corners = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    return Shapes.polygon(
        corners.length,
        i -> {
          double alongM = cell[0] * PLOT_M + corners[i][0] * Math.min(lengthM, PLOT_M - GAP_M);
          double acrossM = cell[1] * PLOT_M + corners[i][1] * widthM;
          return frame.corner(alongM * cos - acrossM * sin, alongM * sin + acrossM * cos);
        });
  }

  /** How far the farthest corner of a plot is from the centre. */
  private static double radiusM(int plot) {
    int[] cell = spiral(plot);
    return Math.hypot((Math.abs(cell[0]) + 0.5) * PLOT_M, (Math.abs(cell[1]) + 0.5) * PLOT_M);
  }

  /** The cell of a square grid that a spiral from the middle reaches at the given step. */
  static int[] spiral(int step) {
    if (step == 0) {
      return new int[] {0, 0};
    }
    int ring = (int) Math.ceil((Math.sqrt(step + 1.0) - 1) / 2);
    int side = 2 * ring;
    int along = step - (side - 1) * (side - 1);
    int leg = along / side;
    int rest = along % side;
    return switch (leg) {
      case 0 -> new int[] {ring, -ring + 1 + rest};
      case 1 -> new int[] {ring - 1 - rest, ring};
      case 2 -> new int[] {-ring, ring - 1 - rest};
      default -> new int[] {-ring + 1 + rest, -ring};
    };
  }
}
