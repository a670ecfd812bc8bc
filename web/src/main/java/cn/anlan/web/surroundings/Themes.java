package cn.anlan.web.surroundings;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.OfficeYaml;
import java.util.List;

/**
 * What a report of surroundings lists: {@code surroundings/themes.yaml}.
 *
 * @param ringsM upper ends of the distance rings, metres, ascending
 */
public record Themes(List<Integer> ringsM, Exposure exposure, List<Theme> themes) {
  private static final String FILE = "surroundings/themes.yaml";

  /**
   * How residents exposed to a plant are counted.
   *
   * @param withinM distance from the plant's boundary
   * @param people the number of people of a settlement
   * @param densityPerKm2 people per square kilometre of built-up ground: a settlement is a disc of
   *     that density round its point
   */
  public record Exposure(
      double withinM, String settlements, String people, double densityPerKm2, String source) {}

  /**
   * One heading of the report.
   *
   * @param sumTitle what the numbers added up are; null where nothing is added up
   */
  public record Theme(String id, Text title, Text sumTitle, List<Source> layers) {}

  /**
   * Rows of one layer.
   *
   * @param filter CQL2 text, or null for all rows
   * @param sum the number added up, or null
   * @param kind the coded field that tells rows apart, or null
   */
  public record Source(String layer, String filter, String sum, String kind) {}

  /** Our themes, checked against the catalogue. */
  public static Themes load(Catalog catalog) {
    Themes themes = OfficeYaml.shipped(FILE, Themes.class);
    themes.check(catalog);
    return themes;
  }

  private void check(Catalog catalog) {
    for (Theme theme : themes) {
      for (Source source : theme.layers()) {
        try {
          Layer layer = catalog.getLayer(source.layer());
          if (source.sum() != null) {
            layer.getField(source.sum());
          }
          if (source.kind() != null) {
            layer.getField(source.kind());
          }
          if (source.filter() != null) {
            Filter.parse(source.filter());
          }
        } catch (UserFault wrong) {
          throw new DefinitionException(FILE, "theme " + theme.id() + ": " + wrong.line());
        }
      }
    }
  }
}
