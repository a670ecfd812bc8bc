package cn.anlan.web.watch;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.watch.Watch;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * A watch as somebody asks for it, in JSON: {@code title}, {@code createdBy} and {@code kind}, and
 * by kind {@code layer} and {@code code} (subject), {@code layer}, {@code geometry}, {@code
 * projectType} and what else is known (site), {@code geometry} and perhaps {@code layer} (area).
 */
public final class WatchDraft {
  private static final Set<String> MEMBERS =
      Set.of(
          "title",
          "createdBy",
          "kind",
          "rules",
          "layer",
          "code",
          "geometry",
          "crs",
          "projectType",
          "approvalDate",
          "sigmaM",
          "attributes");
  private static final int MAX_POINTS = 20_000;
  private static final int LONGEST = 200;

  private final JsonNode body;
  private final CheckRun checks;
  private final Catalog catalog;

  private WatchDraft(JsonNode body, CheckRun checks, Catalog catalog) {
    this.body = body;
    this.checks = checks;
    this.catalog = catalog;
  }

  /**
   * @throws UserFault naming the member that is missing or wrong
   */
  public static Watch read(JsonNode body, CheckRun checks, Catalog catalog, Generation generation) {
    return new WatchDraft(body, checks, catalog).watch(generation);
  }

  /**
   * Who asks, as a post without personal data.
   *
   * @throws UserFault naming {@code what}
   */
  public static String post(String what, String value) {
    boolean usable =
        value != null && !value.isBlank() && value.length() <= LONGEST && !PersonalData.isIn(value);
    if (!usable) {
      throw new UserFault(
          what + "=" + value + " 不可用 (not usable)", "写岗位，不写人名与电话 (a post, no personal data)");
    }
    return value.strip();
  }

  private Watch watch(Generation generation) {
    for (String name : body.propertyNames()) {
      require(MEMBERS.contains(name), name, "没有这一项 (unknown); " + new TreeSet<>(MEMBERS));
    }
    String kind = needed("kind");
    boolean site = kind.equals(Watch.SITE);
    boolean subject = kind.equals(Watch.SUBJECT);
    require(site || subject || kind.equals(Watch.AREA), "kind", "subject, site, area");
    String layer = site || subject ? needed("layer") : text("layer");
    if (layer != null) {
      catalog.getLayer(layer);
      require(isBound(layer), "layer", "该图层没有规则 (no rule binds this layer)");
    }
    String code = subject ? needed("code") : null;
    if (subject) {
      boolean there =
          Query.on(generation.get(layer), Scope.wholeProvince("watches")).findRow(code).isPresent();
      require(there, "code", "图层 " + layer + " 中的编码 (a code of the layer)");
    }
    Geometry geometry = subject ? null : geometry(!site);
    return new Watch(
        0,
        null,
        needed("createdBy"),
        needed("title"),
        kind,
        rules(),
        layer,
        code,
        site ? projectType() : null,
        site ? date() : null,
        site ? sigmaM() : null,
        site ? attributes() : null,
        geometry,
        null,
        null,
        0);
  }

  private boolean isBound(String layer) {
    return checks.all().stream().map(Rule::subject).anyMatch(s -> s.layer().equals(layer));
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    JsonNode given = body.path("rules");
    require(given.isMissingNode() || given.isNull() || given.isArray(), "rules", "[\"R01\"]");
    given.forEach(id -> rules.add(id.asString()));
    checks.rules(rules, LocalDate.now());
    return rules.stream().distinct().sorted().toList();
  }

  private Geometry geometry(boolean area) {
    JsonNode given = body.path("geometry");
    require(given.isObject(), "geometry", "GeoJSON 图形 (a GeoJSON geometry)");
    String crs = text("crs");
    CoordinateSystem system = crs == null ? CoordinateSystem.WGS84 : CoordinateSystem.parse(crs);
    Geometry geometry = DatumShift.toCgcs2000(GeoJsonGeometry.read(given), system);
    require(geometry.getNumPoints() <= MAX_POINTS, "geometry", "至多 " + MAX_POINTS + " 点 (points)");
    require(geometry.isValid(), "geometry", "不自相交的图形 (it crosses itself)");
    require(!area || geometry.getDimension() == 2, "geometry", "区域应为面 (a polygon)");
    // Refuses what cannot be measured, saying why.
    GeodesicTarget.of(geometry);
    return geometry;
  }

  private String projectType() {
    String type = needed("projectType");
    require(
        ProjectType.find(type).isPresent(),
        "projectType",
        Arrays.stream(ProjectType.values()).map(ProjectType::code).toList().toString());
    return type;
  }

  private LocalDate date() {
    String day = text("approvalDate");
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw fault("approvalDate", "yyyy-MM-dd");
    }
  }

  private Double sigmaM() {
    JsonNode given = body.path("sigmaM");
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    require(given.isNumber() && given.asDouble() >= 0, "sigmaM", "不小于 0 的米数 (metres)");
    return given.asDouble();
  }

  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : body.path("attributes").properties()) {
      JsonNode value = each.getValue();
      require(value.isValueNode(), "attributes." + each.getKey(), "单个值 (a plain value)");
      Object plain =
          value.isBoolean()
              ? (Object) value.asBoolean()
              : value.isNumber() ? (Object) value.asDouble() : value.asString();
      attributes.put(each.getKey(), value.isNull() ? null : plain);
    }
    return attributes;
  }

  private String needed(String name) {
    String value = text(name);
    require(value != null && !value.isBlank(), name, "必填的文本 (a text is required)");
    return value.strip();
  }

  private String text(String name) {
    JsonNode given = body.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    require(given.isString() && given.asString().length() <= LONGEST, name, "短文本 (a short text)");
    require(!PersonalData.isIn(given.asString()), name, "不含个人信息 (no personal data)");
    return given.asString();
  }

  private void require(boolean holds, String name, String wanted) {
    if (!holds) {
      throw fault(name, wanted);
    }
  }

  private UserFault fault(String name, String wanted) {
    JsonNode given = body.path(name);
    String shown = given.isValueNode() ? given.asString() : "";
    return new UserFault(name + "=" + shown + " 不可用 (not usable)", "应为 (give) " + wanted);
  }
}
