package cn.anlan.web.cli;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.web.checks.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as people, spreadsheets, GIS programs or scripts read them. */
enum FindingsFormat {
  JSON {
    @Override
    String text(CheckResult result, boolean proposals) {
      ObjectNode root = MAPPER.createObjectNode();
      root.set("manifest", MAPPER.valueToTree(result.manifest()));
      ArrayNode findings = root.putArray("findings");
      result.findings().forEach(f -> findings.add(node(f, proposals)));
      return root.toPrettyString() + "\n";
    }
  },
  GEOJSON {
    @Override
    String text(CheckResult result, boolean proposals) {
      ObjectNode root = MAPPER.createObjectNode();
      root.put("type", "FeatureCollection");
      root.set("manifest", MAPPER.valueToTree(result.manifest()));
      ArrayNode features = root.putArray("features");
      for (Finding finding : result.findings()) {
        ObjectNode feature = features.addObject();
        feature.put("type", "Feature");
        if (finding.subjectPoint() == null || finding.targetPoint() == null) {
          feature.putNull("geometry");
        } else {
          ObjectNode line = feature.putObject("geometry");
          line.put("type", "LineString");
          line.set(
              "coordinates",
              MAPPER.valueToTree(List.of(finding.subjectPoint(), finding.targetPoint())));
        }
        feature.set("properties", node(finding, proposals));
      }
      return root.toString() + "\n";
    }
  },
  CSV {
    @Override
    String text(CheckResult result, boolean proposals) {
      StringBuilder text = new StringBuilder("\uFEFF");
      try (CSVPrinter csv =
          new CSVPrinter(text, CSVFormat.EXCEL.builder().setHeader(HEADINGS).get())) {
        for (Finding f : result.findings()) {
          csv.printRecord(
              f.rule(),
              f.ruleVersion(),
              proposals ? f.subjectCode() : Long.toString(f.subjectId()),
              cell(f.subjectCode()),
              cell(f.subjectName()),
              f.targetLayer(),
              f.targetId(),
              cell(f.targetName()),
              f.targetDefinition(),
              f.distanceM(),
              f.thresholdM(),
              f.marginM(),
              f.uncertaintyM(),
              f.verdict(),
              f.underlyingVerdict(),
              ordinate(f.subjectPoint(), 0),
              ordinate(f.subjectPoint(), 1),
              ordinate(f.targetPoint(), 0),
              ordinate(f.targetPoint(), 1),
              f.outsideProvince(),
              f.isDemo(),
              cell(reasons(f)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("writing CSV", e);
      }
      return text.toString();
    }
  },
  TABLE {
    @Override
    String text(CheckResult result, boolean proposals) {
      Table table =
          new Table(
              "规则", "场址 site", "名称 name", "水体 water", "距离 m", "差值 m", "±U m", "结论 verdict", "示例");
      for (Finding f : result.findings()) {
        table.row(
            f.rule(),
            f.subjectCode(),
            f.subjectName(),
            f.targetName(),
            metres(f.distanceM()),
            metres(f.marginM()),
            metres(f.uncertaintyM()),
            f.verdict() + (f.underlyingVerdict() == null ? "" : " (" + f.underlyingVerdict() + ")"),
            f.isDemo() ? "示例" : "");
      }
      String counts =
          result.manifest().counts().entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "));
      return table.text()
          + "\n数据版本 data version "
          + result.manifest().dataVersion()
          + "，日期 as of "
          + result.manifest().asOf()
          + "："
          + counts
          + "；不适用 not applicable "
          + result.manifest().notApplicable()
          + "\n";
    }
  };

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String[] HEADINGS = {
    "rule",
    "ruleVersion",
    "subjectId",
    "subjectCode",
    "subjectName",
    "targetLayer",
    "targetId",
    "targetName",
    "targetDefinition",
    "distanceM",
    "thresholdM",
    "marginM",
    "uncertaintyM",
    "verdict",
    "underlyingVerdict",
    "subjectLonDeg",
    "subjectLatDeg",
    "targetLonDeg",
    "targetLatDeg",
    "outsideProvince",
    "isDemo",
    "reasons"
  };

  /**
   * @param proposals whether the sites came in a file: then {@code subjectId} is the sender's id
   */
  abstract String text(CheckResult result, boolean proposals);

  private static ObjectNode node(Finding finding, boolean proposals) {
    ObjectNode node = MAPPER.valueToTree(finding);
    if (proposals) {
      node.put("subjectId", finding.subjectCode());
    }
    return node;
  }

  private static String reasons(Finding finding) {
    return finding.reasons().stream().map(Reason::zh).collect(Collectors.joining("；"));
  }

  private static Double ordinate(List<Double> point, int index) {
    return point == null ? null : point.get(index);
  }

  private static String metres(Double value) {
    return value == null ? "—" : String.format(Locale.ROOT, "%,.2f", value);
  }

  /** A spreadsheet must not take a name for a formula. */
  private static String cell(String text) {
    return text != null && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
