package cn.anlan.geo.road.route;

import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.hazard.HazardKind.Place;
import cn.anlan.geo.road.hazard.HazardTable;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies on a road by its own words and yet on none of the network: a closure of the office, a
 * registered stretch, a tunnel. A ban that holds nowhere must be said.
 */
final class IdleHazards {
  private static final int NAMED = 5;

  private IdleHazards() {}

  static List<Text> of(DangerousGoods model, HazardTable table) {
    List<Text> said = new ArrayList<>();
    Map<HazardKind, List<String>> byKind = new LinkedHashMap<>();
    table.idle().stream()
        .mapToObj(table::thing)
        .forEach(
            thing -> {
              if (thing.kind() < 0) {
                said.add(
                    new Text(
                        "禁行“%s”没有落在路网的任何道路上，未生效；核对路线编号、桩号或边界".formatted(thing.name()),
                        "the closure “%s” lies on no road of the network and does not hold; check"
                                .formatted(thing.name())
                            + " route number, stakes or corners"));
              } else if (isOnARoad(model.hazards().get(thing.kind())) && !thing.code().isEmpty()) {
                byKind
                    .computeIfAbsent(model.hazards().get(thing.kind()), any -> new ArrayList<>())
                    .add(thing.name());
              }
            });
    byKind.forEach((kind, names) -> said.add(text(kind, names)));
    return said;
  }

  private static boolean isOnARoad(HazardKind kind) {
    return kind.place() == Place.STRETCH || kind.place() == Place.TUNNEL;
  }

  private static Text text(HazardKind kind, List<String> names) {
    boolean bans = !kind.closed().isEmpty();
    List<String> first = names.stream().limit(NAMED).toList();
    return new Text(
        "%s：%d 处没有落在路网的任何道路上，未计入%s：%s%s"
            .formatted(
                kind.title().zh(),
                names.size(),
                bans ? "，其禁行未生效" : "",
                String.join("、", first),
                names.size() > NAMED ? "等" : ""),
        "%s: %d lie on no road of the network and do not count%s: %s%s"
            .formatted(
                kind.title().en(),
                names.size(),
                bans ? ", their bans do not hold" : "",
                String.join(", ", first),
                names.size() > NAMED ? " …" : ""));
  }
}
