package cn.anlan.web.hotspots;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A result as it leaves: the first findings only. Places of cells stand in the GeoJSON.
 *
 * @param numberMatched how many findings there are
 * @param cells at most {@link HotspotQuestion#limit} of them
 */
public record HotspotAnswer(
    HotspotResult.Manifest manifest,
    HotspotResult.Moran moran,
    Map<String, Integer> verdicts,
    Double expectedByChance,
    Integer below05,
    Text explain,
    List<Text> notes,
    int numberMatched,
    List<Finding> cells) {

  static HotspotAnswer of(HotspotResult result, int limit) {
    return new HotspotAnswer(
        result.manifest(),
        result.moran(),
        result.verdicts(),
        result.expectedByChance(),
        result.below05(),
        result.explain(),
        result.notes(),
        result.findings().size(),
        result.findings().stream().limit(limit).toList());
  }

  /** The same as a GeoJSON feature collection: everything but the cells as its own members. */
  static void geoJson(HotspotResult result, int limit, JsonGenerator json) {
    HotspotAnswer answer = of(result, limit);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writePOJOProperty("manifest", answer.manifest());
    json.writePOJOProperty("moran", answer.moran());
    json.writePOJOProperty("verdicts", answer.verdicts());
    json.writePOJOProperty("explain", answer.explain());
    json.writePOJOProperty("notes", answer.notes());
    json.writeNumberProperty("numberMatched", answer.numberMatched());
    json.writeArrayPropertyStart("features");
    for (Finding finding : answer.cells()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", finding.code());
      json.writeName("geometry");
      GeoJsonGeometry.write(result.units().outline(finding.unit()), json);
      json.writePOJOProperty("properties", finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
