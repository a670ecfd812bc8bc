package cn.anlan.data.demo.utility;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** City lifelines: bridges over the rivers, the rest round the towns. */
final class Lifelines {
  private static final int WANTED = 600;
  private static final String RAIL_CITY = "360100";

  private enum Shape {
    POINT,
    LINE,
    AREA
  }

  /**
   * @param share weight among all lifelines
   * @param fromM nearest to the town's centre
   * @param sizeM usual length, or side of an area
   */
  private record Kind(
      String code,
      String word,
      Shape shape,
      double share,
      double fromM,
      double toM,
      double sizeM) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("bridge", "大桥", Shape.LINE, 20, 300, 4000, 260),
          new Kind("tunnel", "隧道", Shape.LINE, 5, 500, 5000, 900),
          new Kind("pipe_gallery", "综合管廊", Shape.LINE, 7, 300, 4000, 2600),
          new Kind("water_supply", "自来水厂", Shape.POINT, 12, 1000, 5000, 0),
          new Kind("gas", "燃气储配站", Shape.POINT, 9, 1500, 5000, 0),
          new Kind("drainage", "排水干管", Shape.LINE, 14, 200, 3500, 1800),
          new Kind("landfill", "垃圾填埋场", Shape.AREA, 5, 5000, 9000, 320),
          new Kind("spoil_site", "渣土受纳场", Shape.AREA, 6, 4000, 8000, 240),
          new Kind("billboard", "户外广告牌", Shape.POINT, 12, 100, 3000, 0),
          new Kind("hub", "客运枢纽", Shape.POINT, 8, 300, 4000, 0),
          new Kind("rail", "轨道交通区间", Shape.LINE, 2, 300, 5000, 1900));

  private final CountyCut cut;
  private final Random random;
  private final List<Geometry> rivers;
  private final List<DemoRow> rows = new ArrayList<>();

  private Lifelines(CountyCut cut, Random random) {
    this.cut = cut;
    this.random = random;
    this.rivers =
        BaseMap.waters().stream()
            .map(BaseFeature::geometry)
            .filter(water -> water.getDimension() == 1)
            .toList();
  }

  static List<DemoRow> draw(Ground ground, CountyCut cut, Random random) {
    Lifelines drawn = new Lifelines(cut, random);
    Weighted<County> anywhere = new Weighted<>(ground.counties(), County::population);
    Weighted<County> withRail =
        new Weighted<>(
            ground.counties().stream().filter(c -> c.cityCode().equals(RAIL_CITY)).toList(),
            County::population);
    double shares = KINDS.stream().mapToDouble(Kind::share).sum();
    for (Kind kind : KINDS) {
      int count = (int) Math.round(WANTED * kind.share() / shares);
      for (int i = 0; i < count; i++) {
        County county = (kind.code().equals("rail") ? withRail : anywhere).draw(random);
        drawn.add(kind, county);
      }
    }
    return drawn.rows;
  }

  private void add(Kind kind, County county) {
    Geometry shape = shape(kind, county);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "示例" + county.shortName() + kind.word() + (rows.size() + 1));
    values.put("kind", kind.code());
    values.put("built_year", (long) (1985 + random.nextInt(36)));
    if (shape.getDimension() == 1) {
      values.put("length_m", CountyCut.lengthM(shape));
    } else if (shape.getDimension() == 2) {
      values.put("area_m2", (double) Math.round(CountyCut.areaM2(shape)));
    }
    double x = random.nextDouble();
    values.put(
        "state", x < 0.78 ? "sound" : x < 0.92 ? "watched" : x < 0.98 ? "defective" : "dangerous");
    values.put("monitored", random.nextDouble() < 0.35);
    values.put("last_inspected_on", DemoDates.between(random, 2019, 2021));
    values.put("county_code", county.code());
    rows.add(new DemoRow(DemoCodes.of("CLL", rows.size() + 1), values, shape, 3.0));
  }

  private Geometry shape(Kind kind, County county) {
    Coordinate at = cut.around(county, county.seat(), kind.fromM(), kind.toM(), random);
    double sizeM = kind.sizeM() * (0.6 + 0.8 * random.nextDouble());
    double angle = random.nextDouble() * Math.PI;
    if (kind.code().equals("bridge")) {
      Optional<Geometry> bridge = bridge(county, sizeM);
      if (bridge.isPresent()) {
        return bridge.get();
      }
    }
    FlatFrame frame = FlatFrame.bySeries(at);
    double east = Math.cos(angle) * sizeM / 2;
    double north = Math.sin(angle) * sizeM / 2;
    if (kind.shape() == Shape.LINE) {
      List<CountyCut.Piece> pieces =
          cut.cut(
              BentLine.between(
                  frame.place(-east, -north), frame.place(east, north), 250, 0.03, random));
      Optional<CountyCut.Piece> longest =
          pieces.stream()
              .filter(piece -> piece.county().equals(county))
              .max(Comparator.comparingDouble(CountyCut.Piece::lengthM));
      if (longest.isPresent()) {
        return longest.get().line();
      }
    } else if (kind.shape() == Shape.AREA) {
      List<Coordinate> corners =
          List.of(
              frame.place(-east, -north),
              frame.place(north, -east),
              frame.place(east, north),
              frame.place(-north, east));
      Geometry area = Shapes.polygon(corners.size(), corners::get);
      if (county.geometry().covers(area)) {
        return area;
      }
    }
    return Shapes.point(at);
  }

  /** A straight line across a river of the county, or nothing where it has none. */
  private Optional<Geometry> bridge(County county, double lengthM) {
    List<Geometry> here =
        rivers.stream()
            .filter(
                river ->
                    river.getEnvelopeInternal().intersects(county.geometry().getEnvelopeInternal()))
            .map(river -> OverlayNGRobust.overlay(river, county.geometry(), OverlayNG.INTERSECTION))
            .filter(part -> part.getLength() > 0.02)
            .toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    LengthIndexedLine river = new LengthIndexedLine(here.get(random.nextInt(here.size())));
    double index = river.getEndIndex() * (0.05 + 0.9 * random.nextDouble());
    Coordinate middle = river.extractPoint(index);
    FlatFrame frame = FlatFrame.bySeries(middle);
    Coordinate ahead = river.extractPoint(Math.min(river.getEndIndex(), index + 0.001));
    double length = frame.distanceM(ahead);
    double east = -frame.northM(ahead) / length * lengthM / 2;
    double north = frame.eastM(ahead) / length * lengthM / 2;
    List<CountyCut.Piece> pieces =
        cut.cut(List.of(frame.place(-east, -north), frame.place(east, north)));
    return pieces.stream()
        .filter(piece -> piece.county().equals(county))
        .map(piece -> (Geometry) piece.line())
        .findFirst();
  }
}
