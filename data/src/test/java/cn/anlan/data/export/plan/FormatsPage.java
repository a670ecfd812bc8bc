package cn.anlan.data.export.plan;

import cn.anlan.data.export.request.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code docs/formats.md}: what each format is good for, and from {@link Loss} what it
 * cannot carry. Run it in the module's directory after a change.
 */
public final class FormatsPage {
  static final Path PAGE = Path.of("../docs/formats.md");

  private static final String HEAD =
      """
      # Formats, and what they cannot carry

      Every layer goes out in each of these and comes in again the same: coordinates within 1 mm, attributes equal, nulls
      null, Chinese intact. What a format cannot carry stands below, in the file's own metadata and in the export's report;
      `RoundTripTest` holds every layer × format against this list. Written by `FormatsPage`.

      In every format the import computes anew in which county a row lies, fills an empty `level_reported` of a risk point
      with the level delivered where it computes one, and stores lines and polygons as multi-parts.

      | format | what it is | encoding | metadata stand | over HTTP |
      |---|---|---|---|---|
      """;

  private FormatsPage() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(PAGE, text());
  }

  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (ExportFormat format : ExportFormat.values()) {
      text.append("| `")
          .append(format.word())
          .append("` | ")
          .append(about(format))
          .append(" | ")
          .append(
              format.isStreamed()
                  ? "`GET /api/layers/{layer}/items?f=" + format.word() + "`, or"
                  : "")
          .append(format.isStreamed() ? " a job |\n" : "a job, `POST /api/exports` |\n");
    }
    for (ExportFormat format : ExportFormat.values()) {
      text.append("\n## ").append(format.word()).append("\n\n");
      for (Loss loss : Loss.ofFormat(format)) {
        text.append("- ").append(loss.text().zh()).append("。\n  ");
        text.append(loss.text().en()).append(".\n");
      }
    }
    return text.toString();
  }

  private static String about(ExportFormat format) {
    return switch (format) {
      case GEOJSON -> "RFC 7946, one collection | UTF-8 | member `metadata` behind the features";
      case GEOJSONSEQ -> "one feature a line | UTF-8 | member `metadata` of the first feature";
      case CSV ->
          "points as two columns, else WKT | UTF-8 with mark, or GB18030 |"
              + " beside it, `FILE-metadata.json`";
      case GPKG ->
          "OGC GeoPackage 1.2.1 with spatial index and titles of columns | UTF-8 |"
              + " `gpkg_metadata`, `gpkg_contents`";
      case SHP -> "ZIP of Shapefiles with `.cpg` | UTF-8 or GB18030 | `README.txt` inside";
      case XLSX -> "workbook | UTF-8 | sheet 说明 metadata";
      case KML -> "OGC KML 2.2 with a schema | UTF-8 | description of the document";
      case FGB -> "FlatGeobuf with spatial index | UTF-8 | header";
      case DXF -> "AutoCAD R12 drawing | GBK (ANSI_936) | comments at the end";
    };
  }
}
