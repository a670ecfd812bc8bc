package cn.anlan.data.export.request;

import cn.anlan.geo.datum.CoordinateSystem;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written, and for whom.
 *
 * @param layer catalogue id
 * @param crs the system of the coordinates
 * @param encoding UTF-8 or GB18030, for Shapefile and CSV only; empty for UTF-8
 * @param fields names of the fields to be written; empty for all
 */
public record ExportRequest(
    String layer,
    ExportFormat format,
    CoordinateSystem crs,
    Optional<String> encoding,
    List<String> fields,
    HeadingLanguage headings,
    Selection selection,
    Release release) {

  /** All of a layer as it is now, in the format's usual system, under the fields' names. */
  public static ExportRequest of(String layer, ExportFormat format, Release release) {
    return new ExportRequest(
        layer,
        format,
        format.usualCrs(),
        Optional.empty(),
        List.of(),
        HeadingLanguage.NAME,
        Selection.all(),
        release);
  }

  /**
   * @param words any system that {@link CoordinateSystem#parse} knows
   */
  public ExportRequest crs(String words) {
    CoordinateSystem wanted = CoordinateSystem.parse(words);
    return new ExportRequest(layer, format, wanted, encoding, fields, headings, selection, release);
  }

  public ExportRequest encoding(String name) {
    return new ExportRequest(
        layer, format, crs, Optional.of(name), fields, headings, selection, release);
  }

  public ExportRequest fields(List<String> names) {
    return new ExportRequest(
        layer, format, crs, encoding, List.copyOf(names), headings, selection, release);
  }

  public ExportRequest headings(HeadingLanguage language) {
    return new ExportRequest(layer, format, crs, encoding, fields, language, selection, release);
  }

  public ExportRequest selection(Selection rows) {
    return new ExportRequest(layer, format, crs, encoding, fields, headings, rows, release);
  }
}
