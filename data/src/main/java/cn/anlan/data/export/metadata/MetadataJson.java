package cn.anlan.data.export.metadata;

import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.Release;
import cn.anlan.geo.text.Text;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The metadata as a JSON object: inside GeoJSON, GeoPackage and FlatGeobuf, and beside a CSV. */
public final class MetadataJson {
  private MetadataJson() {}

  /** The object in one line. */
  public static String text(Metadata metadata) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      write(metadata, json);
    }
    return text.toString();
  }

  /** Writes the object; its names are stable. */
  public static void write(Metadata metadata, JsonGenerator json) {
    ExportPlan plan = metadata.plan();
    json.writeStartObject();
    json.writeStringProperty("layer", plan.layer().id());
    text("title", plan.layer().title(), json);
    text("description", plan.layer().description(), json);
    json.writeStringProperty("format", plan.format().word());
    json.writeStringProperty("crs", plan.layer().hasGeometry() ? plan.crs().code() : null);
    json.writeStringProperty("datum", metadata.crs());
    json.writeNumberProperty("dataVersion", metadata.dataVersion());
    json.writeStringProperty("exportedAt", metadata.exportedAt().toString());
    json.writeStringProperty("disclosure", metadata.disclosure().name().toLowerCase(Locale.ROOT));
    text("disclosureTitle", Release.title(metadata.disclosure()), json);
    plan.request().release().reason().ifPresent(r -> json.writeStringProperty("reason", r));
    json.writeStringProperty("filter", metadata.filter());
    if (metadata.facts() != null) {
      facts(metadata, json);
    }
    json.writeArrayPropertyStart("fields");
    plan.columns().forEach(c -> column(c, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("losses");
    metadata.losses().forEach(l -> object(l, json));
    json.writeEndArray();
    list("warnings", List.copyOf(plan.warnings()), json);
    json.writeEndObject();
  }

  private static void facts(Metadata metadata, JsonGenerator json) {
    Facts facts = metadata.facts();
    json.writeNumberProperty("rows", facts.rows());
    json.writeBooleanProperty("demo", facts.demoRows() > 0);
    json.writeNumberProperty("demoRows", facts.demoRows());
    if (facts.demoRows() > 0) {
      json.writeStringProperty("demoLabel", Metadata.DEMO);
    }
    json.writeStringProperty("accuracy", metadata.accuracy());
    if (facts.withoutSigma() < facts.rows()) {
      json.writeNumberProperty("sigmaLeastM", facts.leastSigmaM());
      json.writeNumberProperty("sigmaGreatestM", facts.greatestSigmaM());
    }
    json.writeNumberProperty("rowsWithoutSigma", facts.withoutSigma());
    list("sources", metadata.sources(), json);
    list("licences", metadata.licences(), json);
  }

  private static void column(Column column, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeStringProperty("heading", column.heading());
    text("title", column.title(), json);
    json.writeStringProperty("type", column.type().name().toLowerCase(Locale.ROOT));
    if (column.unit() != null) {
      json.writeStringProperty("unit", column.unit());
    }
    json.writeEndObject();
  }

  private static void list(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void text(String name, Text text, JsonGenerator json) {
    json.writeName(name);
    object(text, json);
  }

  private static void object(Text text, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("zh", text.zh());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
