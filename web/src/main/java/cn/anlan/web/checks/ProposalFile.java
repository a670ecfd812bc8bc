package cn.anlan.web.checks;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sites in a GeoJSON file: each feature carries {@code id}, {@code projectType} (new, expansion,
 * rebuild, existing) and {@code approvalDate}, and may carry {@code name}, {@code sigmaM} and
 * {@code hazardousProducer} (the layer's own column names are understood too). Coordinates are WGS
 * 84 as RFC 7946 says, unless another system is named.
 */
public final class ProposalFile {
  private static final long MAX_BYTES = 256L << 20;

  private ProposalFile() {}

  /**
   * @throws UserFault naming the feature and what is wrong with it
   */
  public static List<Proposal> read(Path file, Optional<CoordinateSystem> given) {
    JsonNode root = parse(file);
    CoordinateSystem system = system(root, given);
    JsonNode features =
        root.path("type").asString("").equals("Feature")
            ? JsonMapper.shared().createArrayNode().add(root)
            : root.path("features");
    if (!features.isArray() || features.isEmpty()) {
      throw new UserFault(
          "文件中没有要素 (no feature in the file)", "提供 FeatureCollection (send a FeatureCollection)");
    }
    List<Proposal> proposals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode feature : features) {
      Proposal proposal = proposal(feature, proposals.size() + 1, system);
      if (!ids.add(proposal.id())) {
        throw new UserFault(
            "id 重复 (id stands twice): " + proposal.id(), "每个要素一个 id (one id for each feature)");
      }
      proposals.add(proposal);
    }
    return proposals;
  }

  /** The file's own declaration and the one given must agree; with neither it is WGS 84. */
  private static CoordinateSystem system(JsonNode root, Optional<CoordinateSystem> given) {
    if (!root.has("crs")) {
      return given.orElse(CoordinateSystem.WGS84);
    }
    JsonNode words = root.path("crs").path("properties").path("name");
    if (!words.isString()) {
      throw new UserFault(
          "文件的 crs 成员无法理解 (the file's crs member names no system)", "改正或删去该成员 (mend or remove it)");
    }
    CoordinateSystem declared = CoordinateSystem.parse(words.asString());
    if (given.isPresent() && given.get() != declared) {
      throw new UserFault(
          "文件声明 " + declared.code() + "，与 --crs " + given.get().code() + " 矛盾 (contradiction)",
          "去掉 --crs 或改正文件 (drop --crs or mend the file)");
    }
    return declared;
  }

  private static JsonNode parse(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UserFault("文件超过 256 MB (file too large)", "分成几个文件 (split it)");
      }
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UserFault(
          "读不到文件 (cannot read) " + file.getFileName(),
          "检查文件名和 UTF-8 编码 (check the name and that it is UTF-8)");
    } catch (JacksonException e) {
      throw new UserFault(
          "不是有效的 JSON (not valid JSON): " + e.getOriginalMessage(),
          "导出为 GeoJSON (export as GeoJSON)");
    }
  }

  private static Proposal proposal(JsonNode feature, int number, CoordinateSystem system) {
    JsonNode properties = feature.path("properties");
    String id = text(properties.has("id") ? properties.get("id") : feature.path("id"));
    if (id == null) {
      throw new UserFault(
          "第 " + number + " 个要素没有 id (feature " + number + " has no id)", "补上 id (give it one)");
    }
    try {
      Map<String, Object> attributes = new HashMap<>();
      JsonNode hazardous = member(properties, "hazardousProducer", "hazardous_producer");
      if (isGiven(hazardous)) {
        require(hazardous.isBoolean(), "hazardousProducer", hazardous, "true 或 false");
        attributes.put("hazardous_producer", hazardous.asBoolean());
      }
      JsonNode sigma = member(properties, "sigmaM", "sigma_m");
      if (isGiven(sigma)) {
        require(sigma.isNumber() && sigma.asDouble() >= 0, "sigmaM", sigma, "不小于 0 的米数 (metres)");
      }
      return new Proposal(
          number,
          id,
          text(properties.path("name")),
          geometry(feature.path("geometry"), system),
          word(member(properties, "projectType", "project_type"), "projectType"),
          date(word(member(properties, "approvalDate", "approval_date"), "approvalDate")),
          isGiven(sigma) ? (Double) sigma.asDouble() : null,
          attributes);
    } catch (UserFault fault) {
      throw new UserFault("要素 (feature) " + id + "：" + fault.getMessage(), fault.remedy());
    }
  }

  /** A property by the name of the command line, or by the catalogue's that exports carry. */
  private static JsonNode member(JsonNode properties, String name, String column) {
    return properties.has(name) ? properties.get(name) : properties.path(column);
  }

  private static boolean isGiven(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static void require(boolean holds, String name, JsonNode value, String wanted) {
    if (!holds) {
      throw new UserFault(name + "=" + value + " 不可用 (not usable)", "应为 (give) " + wanted);
    }
  }

  private static String word(JsonNode node, String name) {
    require(!isGiven(node) || node.isString(), name, node, "文本 (a text)");
    return isGiven(node) ? node.asString() : null;
  }

  private static Geometry geometry(JsonNode node, CoordinateSystem system) {
    return node.isNull() || node.isMissingNode()
        ? null
        : DatumShift.toCgcs2000(GeoJsonGeometry.read(node), system);
  }

  private static LocalDate date(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserFault(
          "approvalDate=" + text + " 不是日期 (not a date)", "写作 yyyy-MM-dd (write yyyy-MM-dd)");
    }
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() || node.isContainer() ? null : node.asString();
  }
}
