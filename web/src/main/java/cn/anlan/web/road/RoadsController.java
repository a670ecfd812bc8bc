package cn.anlan.web.road;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.linear.RouteCut;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.site.LonLat;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/roads/…}: places by route and stake, and the road layer as a network. */
@RestController
class RoadsController {
  private static final int MOST = 10_000;

  private final RoadLayer roads;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;

  RoadsController(RoadLayer roads, LiveSnapshots snapshots, JsonAnswer answer) {
    this.roads = roads;
    this.snapshots = snapshots;
    this.answer = answer;
  }

  @GetMapping("/api/roads/locate")
  LocateAnswer locate(
      @RequestParam String route,
      @RequestParam String stake,
      @RequestParam(required = false) String direction) {
    return LocateAnswer.of(current(), route, stake, direction);
  }

  @GetMapping("/api/roads/stake")
  StakeAnswer stake(
      @RequestParam String at,
      @RequestParam(required = false) String route,
      @RequestParam(defaultValue = "200") double within) {
    return StakeAnswer.of(current(), LonLat.of("at", at), route, within);
  }

  @GetMapping("/api/roads/cut")
  void cut(
      @RequestParam String route,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(required = false) String direction,
      HttpServletResponse response)
      throws IOException {
    RoadLayer.State state = current();
    RouteCut cut = CutLayer.cut(state, route, from, to, direction);
    answer.geoJson(response, json -> CutLayer.write(state, cut, json));
  }

  @GetMapping("/api/roads/topology")
  CheckAnswer topology(@RequestParam(defaultValue = "100") int limit) {
    if (limit < 0 || limit > MOST) {
      throw new UserFault(
          "limit=" + limit + " 超出范围 (out of range)", "取 0 至 " + MOST + " (take 0 to " + MOST + ")");
    }
    RoadLayer.State state = current();
    return CheckAnswer.of(state.roads(), state.check(), limit);
  }

  /** The roads as the service shows them now. */
  private RoadLayer.State current() {
    return roads.at(snapshots.current().get("road").number());
  }
}
