package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.road.RoadPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/** Accidents drawn so far, to be given codes in the order of their days. */
final class AccidentRows {
  private record Drawn(Map<String, Object> values, Coordinate at) {
    LocalDate day() {
      return (LocalDate) values.get("occurred_on");
    }
  }

  private final List<Drawn> drawn = new ArrayList<>();

  /** A new accident; the caller fills in the rest. */
  Map<String, Object> add(
      String name,
      LocalDate day,
      long hour,
      String sector,
      String type,
      County county,
      Coordinate at) {
    Map<String, Object> values = new HashMap<>(64);
    values.put("name", name);
    values.put("occurred_on", day);
    values.put("hour", hour);
    values.put("sector", sector);
    values.put("accident_type", type);
    values.put("county_code", county.code());
    values.put("is_traffic", false);
    drawn.add(new Drawn(values, new Coordinate(at.x, at.y)));
    return values;
  }

  /** Says on which road an accident happened. */
  static void onRoad(Map<String, Object> values, RoadPlace place) {
    values.put("is_traffic", true);
    values.put("road_code", place.road().code());
    values.put("route_no", place.road().routeNo());
    values.put("stake_km", place.stakeKm());
  }

  void writeTo(Consumer<DemoRow> out) {
    drawn.sort(Comparator.comparing(Drawn::day));
    for (int i = 0; i < drawn.size(); i++) {
      Drawn accident = drawn.get(i);
      out.accept(
          new DemoRow(
              DemoCodes.of("AC", i + 1), accident.values(), Shapes.point(accident.at()), 10.0));
    }
  }
}
