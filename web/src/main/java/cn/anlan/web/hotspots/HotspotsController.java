package cn.anlan.web.hotspots;

import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Hot spots of any layer: as JSON, or as GeoJSON to be laid on a map. */
@RestController
class HotspotsController {
  private final Hotspots hotspots;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;
  private final JsonMapper mapper;

  HotspotsController(
      Database database, LiveSnapshots snapshots, JsonAnswer answer, JsonMapper mapper) {
    this.hotspots = new Hotspots(database.catalog());
    this.snapshots = snapshots;
    this.answer = answer;
    this.mapper = mapper;
  }

  @GetMapping("/api/hotspots")
  void hotspots(
      @RequestParam String layer,
      @RequestParam(defaultValue = "gi") String method,
      @RequestParam(required = false) String filter,
      @RequestParam(required = false) String grid,
      @RequestParam(defaultValue = "5000") double cellM,
      @RequestParam(defaultValue = "0") double bandwidthM,
      @RequestParam(defaultValue = "quartic") String kernel,
      @RequestParam(defaultValue = "true") boolean adaptive,
      @RequestParam(defaultValue = "count") String value,
      @RequestParam(required = false) String per,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "0") int permutations,
      @RequestParam(defaultValue = "5000") int limit,
      @RequestParam(defaultValue = "json") String format,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    HotspotQuestion question =
        HotspotQuestion.of(
            new HotspotQuestion.Words(layer, method, filter, grid, kernel, value, per),
            cellM,
            bandwidthM,
            adaptive,
            asOf,
            permutations,
            limit);
    if (!format.equals("json") && !format.equals("geojson")) {
      throw new UserFault("format=" + format + " 不支持 (not supported)", "取 (take) json, geojson");
    }
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    HotspotResult result = hotspots.answer(generation, snapshots.scope(), question);
    if (format.equals("json")) {
      response.setContentType("application/json;charset=UTF-8");
      mapper.writeValue(response.getOutputStream(), result.answer(limit));
    } else {
      answer.geoJson(response, json -> result.geoJson(limit, json));
    }
  }
}
