package cn.anlan.data.delivery;

import java.util.List;

/**
 * In what form a file brought its rows, which is the form in which rejected ones go back.
 *
 * @param table a table whose coordinates, if any, stand in its columns; else features with a shape
 * @param columns in the order of the file, without those about persons
 * @param crs of the delivered coordinates, as {@link cn.anlan.geo.datum.CoordinateSystem#code};
 *     null without geometry
 */
public record OriginalForm(boolean table, List<String> columns, String crs) {
  /** The ending of a file of this form. */
  public String extension() {
    return table ? "csv" : "geojson";
  }
}
