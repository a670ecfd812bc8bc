package cn.anlan.web.riskmap;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;

/**
 * The four-colour regional map: every region with its grade and the reason for it. One answer has
 * one palette, and says which.
 */
@RestController
class RiskMapController {
  private static final Set<String> LEVELS = Set.of("province", "city", "county");

  private final RiskMap riskMap;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;

  RiskMapController(RiskMap riskMap, LiveSnapshots snapshots, JsonAnswer answer) {
    this.riskMap = riskMap;
    this.snapshots = snapshots;
    this.answer = answer;
  }

  @GetMapping("/api/riskmap")
  void riskMap(
      @RequestParam(defaultValue = "county") String adminLevel,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "risk_level") String palette,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!LEVELS.contains(adminLevel)) {
      throw new UserFault(
          "adminLevel=" + adminLevel + " 不支持 (not supported)", "取 (take) province, city, county");
    }
    Palette colours = Palette.get(palette);
    Generation generation = snapshots.current();
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    RiskMap.Result result = riskMap.assess(generation, snapshots.scope(), adminLevel, day);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    answer.geoJson(
        response,
        json -> {
          write(result, colours, generation, day, json);
        });
  }

  private void write(
      RiskMap.Result result,
      Palette palette,
      Generation generation,
      LocalDate day,
      JsonGenerator json) {
    LayerSnapshot regions = generation.get("region");
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeObjectPropertyStart("manifest");
    json.writeStringProperty("model", result.model().id());
    json.writeNumberProperty("modelVersion", result.model().version());
    json.writeStringProperty("basis", result.model().basis());
    json.writeNumberProperty("dataVersion", generation.dataVersion());
    json.writeStringProperty("asOf", day.toString());
    json.writeStringProperty("palette", palette.codes());
    json.writeNumberProperty("unplacedRiskPoints", result.unplaced());
    json.writeEndObject();
    json.writeArrayPropertyStart("features");
    for (RiskMap.Graded graded : result.regions()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", graded.region().code());
      json.writeName("geometry");
      GeoJsonGeometry.write(regions.findGeometry(graded.region().outlineRow()).orElse(null), json);
      json.writeName("properties");
      properties(graded, palette, regions, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void properties(
      RiskMap.Graded graded, Palette palette, LayerSnapshot regions, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", graded.region().code());
    json.writeStringProperty("name", graded.region().name());
    json.writeStringProperty("nameEn", regions.text("name_en", graded.region().row()));
    json.writeStringProperty("cityName", parentName(graded, regions));
    json.writeNumberProperty("level", graded.grade().level());
    json.writeStringProperty("grade", palette.grade(graded.grade()));
    if (Double.isNaN(graded.grade().score())) {
      json.writeNullProperty("score");
    } else {
      json.writeNumberProperty("score", Math.round(graded.grade().score() * 10) / 10.0);
    }
    json.writeObjectPropertyStart("explanation");
    json.writeStringProperty("zh", graded.grade().explanationZh());
    json.writeStringProperty("en", graded.grade().explanationEn());
    json.writeEndObject();
    json.writeObjectPropertyStart("counts");
    for (int level = 1; level <= 4; level++) {
      json.writeNumberProperty(Integer.toString(level), graded.byLevel()[level - 1]);
    }
    json.writeEndObject();
    json.writeNumberProperty("population", graded.region().population());
    json.writeBooleanProperty("is_demo", graded.isDemo());
    json.writeEndObject();
  }

  private String parentName(RiskMap.Graded graded, LayerSnapshot regions) {
    String parent = graded.region().parentCode();
    return parent == null
        ? null
        : Query.on(regions, snapshots.scope())
            .findRow(parent)
            .map(row -> regions.text("name", row))
            .orElse(null);
  }
}
