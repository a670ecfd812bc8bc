package cn.anlan.data.initial;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.basemap.RegionName;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.load.OwnRows.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** The committed base map as rows of its layers. */
final class BaseMapRows {
  private BaseMapRows() {}

  /** Today's regions with their outlines, and former ones without. */
  static List<Row> regions() {
    Map<String, BaseFeature> drawn =
        BaseMap.regions().stream()
            .collect(Collectors.toMap(BaseFeature::code, Function.identity()));
    List<Row> rows = new ArrayList<>();
    for (RegionName name : BaseMap.regionNames().all()) {
      BaseFeature feature = drawn.get(name.code());
      Map<String, Object> values = new HashMap<>();
      values.put("admin_level", name.level());
      values.put("name", name.name());
      values.put("name_en", name.nameEn());
      values.put("parent_code", name.parentCode());
      List<String> aliases = new ArrayList<>(name.aliases());
      if (!name.shortName().isBlank() && !aliases.contains(name.shortName())) {
        aliases.add(name.shortName());
      }
      values.put("aliases", aliases);
      values.put("former_codes", name.formerCodes());
      values.put("valid_from", name.validFrom());
      values.put("valid_to", name.validTo());
      values.put("successor_code", name.successorCode());
      values.put("drawn_in", name.drawnIn());
      values.put("population", name.population());
      values.put("population_year", name.populationYear());
      values.put("note", name.note());
      values.put("source", name.populationSource());
      Geometry outline = null;
      if (feature != null) {
        outline = feature.geometry();
        values.put("population", feature.properties().get("population"));
        values.put("sigma_m", feature.getNumber("sigma_m"));
        values.put("source", feature.text("source"));
      }
      rows.add(new Row(name.code(), values, outline));
    }
    return rows;
  }

  /** Features whose properties bear the layer's own names. */
  static List<Row> of(Layer layer, List<BaseFeature> features) {
    return features.stream().map(f -> row(layer, f)).toList();
  }

  private static Row row(Layer layer, BaseFeature feature) {
    Map<String, Object> values = new HashMap<>();
    feature
        .properties()
        .forEach(
            (name, value) -> {
              if (layer.findField(name).isPresent()
                  || name.equals(StandardColumn.SIGMA_M.column())
                  || name.equals(StandardColumn.SOURCE.column())
                  || name.equals(StandardColumn.IS_DEMO.column())) {
                values.put(name, value);
              }
            });
    return new Row(feature.code(), values, feature.geometry());
  }
}
