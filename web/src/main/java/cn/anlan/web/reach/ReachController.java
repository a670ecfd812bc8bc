package cn.anlan.web.reach;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.network.NetworkFolder;
import cn.anlan.web.network.RoadNetworks;
import cn.anlan.web.sheet.SheetAnswer;
import cn.anlan.web.site.LonLat;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Reach over HTTP: {@code /api/roads/reach}, {@code …/with}, {@code …/best}, {@code
 * /api/roads/isochrone}. While no network is prepared yet they answer 503, and so they do where too
 * much is asked at once: at most {@value #RUNS} single runs over the province's roads, and one at a
 * time of what takes many runs, the corners of a map, or another network that may first have to be
 * made ready.
 */
@RestController
@RequestMapping("/api/roads")
class ReachController {
  private static final int MOST_LISTED = 50_000;
  private static final int RUNS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Catalog catalog;
  private final LiveSnapshots snapshots;
  private final RoadNetworks networks;
  private final JsonAnswer answer;
  private final ReachGrounds grounds;
  private final Gate runs = new Gate("救援到达 (reach)", RUNS, PATIENCE);
  private final Gate heavy =
      new Gate("选址、等时圈或其他路网 (best places, isochrones, other networks)", 1, PATIENCE);

  ReachController(
      Database database,
      LiveSnapshots snapshots,
      RoadNetworks networks,
      ReachGrounds grounds,
      JsonAnswer answer) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
    this.networks = networks;
    this.grounds = grounds;
    this.answer = answer;
  }

  /** What all questions share. */
  private record Asked(ReachQuestion.Words words, double minutes, String network) {}

  @GetMapping("/reach")
  ResponseEntity<Object> reach(
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String filter,
      @RequestParam(defaultValue = ReachQuestion.USUAL_KINDS) String kinds,
      @RequestParam(defaultValue = "15") double minutes,
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    requireLimit(limit);
    Asked asked = new Asked(new ReachQuestion.Words(layer, level, filter, kinds), minutes, network);
    ReachAnswer made = gate(network).answer(() -> result(asked, snapshots.current()).answer(limit));
    if ("geojson".equals(f)) {
      answer.geoJson(response, json -> ReachGeoJson.gaps(made, json));
      return null;
    }
    return SheetAnswer.of(made, () -> ReachSheet.of(made), f, lang, request.getRequest());
  }

  @GetMapping("/reach/with")
  ResponseEntity<Object> with(
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String filter,
      @RequestParam(defaultValue = ReachQuestion.USUAL_KINDS) String kinds,
      @RequestParam(defaultValue = "15") double minutes,
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      @RequestParam String at,
      @RequestParam(defaultValue = NewStation.USUAL_KIND) String kind,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    requireLimit(limit);
    LonLat place = LonLat.of("at", at);
    Asked asked = new Asked(new ReachQuestion.Words(layer, level, filter, kinds), minutes, network);
    NewStation.Answer made =
        gate(network)
            .answer(
                () ->
                    new NewStation(result(asked, snapshots.current()), catalog, kind)
                        .at(place, limit));
    return SheetAnswer.of(made, () -> ReachSheet.of(made), f, lang, request.getRequest());
  }

  @GetMapping("/reach/best")
  ResponseEntity<Object> best(
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String filter,
      @RequestParam(defaultValue = ReachQuestion.USUAL_KINDS) String kinds,
      @RequestParam(defaultValue = "15") double minutes,
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      @RequestParam(defaultValue = NewStation.USUAL_KIND) String kind,
      @RequestParam(defaultValue = "5") int count,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    Generation generation = snapshots.current();
    Asked asked = new Asked(new ReachQuestion.Words(layer, level, filter, kinds), minutes, network);
    NewStation.requireFew(count, minutes);
    NewStation.Best made =
        heavy.answer(
            () ->
                new NewStation(result(asked, generation), catalog, kind)
                    .best(generation.get(NewStation.CANDIDATES), snapshots.scope(), count));
    return SheetAnswer.of(made, () -> ReachSheet.of(made), f, lang, request.getRequest());
  }

  @GetMapping("/isochrone")
  void isochrone(
      @RequestParam(required = false) String team,
      @RequestParam(required = false) String at,
      @RequestParam(defaultValue = NewStation.USUAL_KIND) String kind,
      @RequestParam(defaultValue = "5,10,15,30") String minutes,
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      HttpServletResponse response)
      throws IOException {
    IsochroneAnswer.Start start = start(team, at, kind);
    List<Double> limits = IsochroneAnswer.minutes(minutes);
    IsochroneAnswer made =
        heavy.answer(() -> IsochroneAnswer.of(grounds.of(networks.get(network)), start, limits));
    answer.geoJson(response, json -> ReachGeoJson.areas(made, json));
  }

  private IsochroneAnswer.Start start(String team, String at, String kind) {
    if ((team == null) == (at == null)) {
      throw new UserFault(
          "team 与 at 须给出其一 (give team or at, one of them)",
          "team=队伍编码，或 at=经度,纬度 (a team's code, or at=lon,lat)");
    }
    return team == null
        ? IsochroneAnswer.ofPlace(catalog, LonLat.of("at", at), kind)
        : IsochroneAnswer.ofTeam(
            snapshots.current().get(ReachQuestion.TEAMS), snapshots.scope(), team);
  }

  private Gate gate(String network) {
    return network.equals(NetworkFolder.PROVINCE) ? runs : heavy;
  }

  private ReachResult result(Asked asked, Generation generation) {
    ReachQuestion question = ReachQuestion.of(catalog, asked.words(), asked.minutes());
    return Reach.answer(
        grounds.of(networks.get(asked.network())), generation, snapshots.scope(), question);
  }

  private static void requireLimit(int limit) {
    if (limit < 0 || limit > MOST_LISTED) {
      throw new UserFault(
          "limit=" + limit + " 超出范围 (out of range)",
          "取 0 至 " + MOST_LISTED + " (take 0 to " + MOST_LISTED + ")");
    }
  }
}
