package cn.anlan.data.export.text;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.metadata.MetadataJson;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description beside a CSV file, as the W3C's "Metadata Vocabulary for Tabular Data" wants it:
 * {@code points.csv-metadata.json} next to {@code points.csv}. What that vocabulary has no word for
 * stands under {@code anlan}.
 */
public final class CsvMetadata {
  private CsvMetadata() {}

  /** Where the metadata of a CSV stand. */
  public static Path beside(Path csv) {
    return csv.resolveSibling(csv.getFileName() + "-metadata.json");
  }

  /**
   * @param csvName by which the metadata name their CSV
   */
  public static void write(Metadata metadata, String csvName, Path file) throws IOException {
    ExportPlan plan = metadata.plan();
    JsonMapper mapper = JsonMapper.shared();
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = mapper.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("@context", "http://www.w3.org/ns/csvw");
      json.writeStringProperty("url", csvName);
      json.writeStringProperty("dc:title", plan.layer().title().zh());
      json.writeStringProperty("dc:description", metadata.line());
      json.writeStringProperty("dc:license", String.join("；", metadata.licences()));
      json.writeStringProperty("dc:source", String.join("；", metadata.sources()));
      json.writeStringProperty("dc:date", metadata.exportedAt().toString());
      json.writeObjectPropertyStart("dialect");
      json.writeStringProperty("encoding", plan.charset().name());
      json.writeEndObject();
      json.writeObjectPropertyStart("tableSchema");
      json.writeArrayPropertyStart("columns");
      plan.columns().forEach(c -> column(c, json));
      plan.placeHeadings().forEach(h -> place(h, json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeName("anlan");
      MetadataJson.write(metadata, json);
      json.writeEndObject();
    }
  }

  private static void column(Column column, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeStringProperty("titles", column.heading());
    json.writeStringProperty("datatype", datatype(column.type()));
    if (column.type() == FieldType.TEXT_LIST) {
      json.writeStringProperty("separator", "; ");
    }
    json.writeEndObject();
  }

  private static void place(String heading, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", heading);
    json.writeStringProperty("titles", heading);
    json.writeStringProperty("datatype", heading.equals("wkt") ? "string" : "double");
    json.writeEndObject();
  }

  private static String datatype(FieldType type) {
    return switch (type) {
      case TEXT, TEXT_LIST, CODE -> "string";
      case INTEGER -> "long";
      case NUMBER -> "double";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }
}
