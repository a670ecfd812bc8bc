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
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sites in a GeoJSON file: each feature carries {@code id}, {@code projectType} (new, expansion,
 * rebuild, existing) and {@code approvalDate}, and may carry {@code name}, {@code sigmaM} and
 * {@code hazardousProducer}. Coordinates are WGS 84 as RFC 7946 says, unless another system is
 * named.
 */
public final class ProposalFile {
  private static final long MAX_BYTES = 256L << 20;

  private ProposalFile() {}

  /**
   * @throws UserFault naming the feature and what is wrong with it
   */
  public static List<Proposal> read(Path file, CoordinateSystem system) {
    JsonNode root = parse(file);
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
      if (properties.path("hazardousProducer").isBoolean()) {
        attributes.put("hazardous_producer", properties.get("hazardousProducer").asBoolean());
      }
      return new Proposal(
          number,
          id,
          text(properties.path("name")),
          geometry(feature.path("geometry"), system),
          text(properties.path("projectType")),
          date(text(properties.path("approvalDate"))),
          properties.path("sigmaM").isNumber()
              ? (Double) properties.get("sigmaM").asDouble()
              : null,
          attributes);
    } catch (UserFault fault) {
      throw new UserFault("要素 (feature) " + id + "：" + fault.getMessage(), fault.remedy());
    }
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
