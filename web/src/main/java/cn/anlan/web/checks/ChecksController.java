package cn.anlan.web.checks;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;

/** Findings of the distance rules, the rules themselves, and the strips they forbid. */
@RestController
class ChecksController {
  private final CheckRun checks;
  private final Zones zones;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;

  ChecksController(CheckRun checks, Zones zones, LiveSnapshots snapshots, JsonAnswer answer) {
    this.checks = checks;
    this.zones = zones;
    this.snapshots = snapshots;
    this.answer = answer;
  }

  @GetMapping("/api/checks/rules")
  List<RuleSummary> rules() {
    return checks.all().stream().map(RuleSummary::of).toList();
  }

  @GetMapping("/api/checks")
  CheckResult findings(
      @RequestParam(required = false) List<String> rule,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      ServletWebRequest request) {
    Generation generation = snapshots.current();
    List<String> ids = rule == null ? List.of() : rule;
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    checks.rules(ids, day);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    return checks.stored(generation, snapshots.scope(), ids, day);
  }

  @GetMapping("/api/zones/{ruleId}")
  void zones(
      @PathVariable String ruleId,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    Rule rule = checks.rules(List.of(ruleId), day).get(0);
    Generation generation = snapshots.current();
    List<Zones.Zone> drawn =
        rule.valid().isInForce(day) ? zones.of(rule, checks.grounds(generation)) : List.of();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    answer.geoJson(
        response,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeNumberProperty("dataVersion", generation.dataVersion());
          json.writeArrayPropertyStart("features");
          drawn.forEach(zone -> write(rule, zone, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(Rule rule, Zones.Zone zone, JsonGenerator json) {
    Shore shore = zone.shore();
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeNumberProperty("id", shore.id());
    json.writeName("geometry");
    GeoJsonGeometry.write(zone.strip(), json);
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("rule", rule.id());
    json.writeStringProperty("waterCode", shore.waterCode());
    json.writeStringProperty("waterName", shore.waterName());
    json.writeStringProperty("definition", shore.definition());
    json.writeNumberProperty("distanceM", rule.plainThresholdM().orElseThrow());
    json.writeBooleanProperty("isDemo", shore.demo());
    json.writePOJOProperty("sigmaM", shore.sigmaM());
    json.writeEndObject();
    json.writeEndObject();
  }
}
