package cn.anlan.web.riskmap;

import cn.anlan.analytics.assessment.AssessmentModel;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.assessment.AssessmentQuestion;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;

/**
 * The four-colour regional map: every region with its grade and the reason for it. Its palette is
 * that of the published status (红橙黄绿), and it says so; risk levels (红橙黄蓝) are another.
 */
@RestController
class RiskMapController {
  private static final String PALETTE = "published_status";

  private final RiskMap riskMap;
  private final Catalog catalog;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;

  RiskMapController(
      RiskMap riskMap, Database database, LiveSnapshots snapshots, JsonAnswer answer) {
    this.riskMap = riskMap;
    this.catalog = database.catalog();
    this.snapshots = snapshots;
    this.answer = answer;
  }

  @GetMapping("/api/riskmap")
  void riskMap(
      @RequestParam(defaultValue = "county") String adminLevel,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(required = false) String sector,
      @RequestParam(defaultValue = PALETTE) String palette,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!palette.equals(PALETTE)) {
      throw new UserFault(
          "palette=" + palette + " 不支持 (not supported)",
          "区域图只用红橙黄绿 (the regional map is red, orange, yellow, green): " + PALETTE);
    }
    AssessmentQuestion question = AssessmentQuestion.of(catalog, adminLevel, sector);
    Generation generation = snapshots.current();
    RiskMap.Result result = riskMap.assess(generation, snapshots.scope(), question, asOf);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    answer.geoJson(response, json -> write(result, generation, json));
  }

  private void write(RiskMap.Result result, Generation generation, JsonGenerator json) {
    LayerSnapshot regions = generation.get("region");
    AssessmentModel model = result.files().model();
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeObjectPropertyStart("manifest");
    json.writeStringProperty("model", model.id());
    json.writeNumberProperty("modelVersion", model.version());
    json.writeStringProperty("modelSha256", result.files().sha256());
    json.writeStringProperty("basis", model.basis());
    json.writeNumberProperty("dataVersion", generation.dataVersion());
    json.writeStringProperty("asOf", result.asOf().toString());
    json.writeStringProperty(
        "dataCutOff", result.cutOff() == null ? null : result.cutOff().toString());
    json.writeStringProperty("palette", PALETTE);
    json.writeNumberProperty("unplaced", result.unplaced());
    json.writeArrayPropertyStart("notDrawn");
    for (RegionGrade grade : result.notDrawn()) {
      json.writeStartObject();
      grade(grade, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayPropertyStart("features");
    for (RiskMap.Graded graded : result.regions()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", graded.region().code());
      json.writeName("geometry");
      GeoJsonGeometry.write(regions.findGeometry(graded.region().outlineRow()).orElse(null), json);
      json.writeName("properties");
      properties(graded, result.isDemo(), regions, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void properties(
      RiskMap.Graded graded, boolean isDemo, LayerSnapshot regions, JsonGenerator json) {
    json.writeStartObject();
    grade(graded.grade(), json);
    json.writeStringProperty("nameEn", regions.text("name_en", graded.region().row()));
    json.writeStringProperty("cityName", parentName(graded, regions));
    json.writeObjectPropertyStart("explanation");
    json.writeStringProperty("zh", sentences(graded, Text::zh));
    json.writeStringProperty("en", sentences(graded, Text::en));
    json.writeEndObject();
    json.writeNumberProperty("population", graded.region().population());
    json.writeBooleanProperty("is_demo", isDemo);
    json.writeEndObject();
  }

  private static void grade(RegionGrade grade, JsonGenerator json) {
    json.writeStringProperty("code", grade.facts().code());
    json.writeStringProperty("name", grade.facts().name());
    json.writeNumberProperty("level", grade.level());
    json.writeStringProperty("grade", grade.colour());
    if (Double.isNaN(grade.score())) {
      json.writeNullProperty("score");
    } else {
      json.writeNumberProperty("score", Math.round(grade.score() * 10) / 10.0);
    }
  }

  private static String sentences(RiskMap.Graded graded, Function<Text, String> language) {
    return graded.explanation().stream().map(language).collect(Collectors.joining(" "));
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
