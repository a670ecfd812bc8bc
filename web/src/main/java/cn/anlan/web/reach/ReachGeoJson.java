package cn.anlan.web.reach;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Answers of reach as GeoJSON feature collections. */
public final class ReachGeoJson {
  /**
   * A place that no team reaches in time, or of which nothing can be said.
   *
   * @param reach as in the layer {@code reach_gap}, or no_place; then the feature has no geometry
   * @param why nothing can be said; null for gaps, which have the rest instead
   */
  private record Properties(
      String reach,
      String code,
      String name,
      Integer level,
      String countyCode,
      String countyName,
      Double minutes,
      Double overMinutes,
      Double roadM,
      Teams.Team team,
      Text why) {
    static Properties of(ReachAnswer.Gap gap) {
      return new Properties(
          ReachResult.State.LATE.word(),
          gap.code(),
          gap.name(),
          gap.level(),
          gap.countyCode(),
          gap.countyName(),
          gap.minutes(),
          gap.overMinutes(),
          gap.roadM(),
          gap.team(),
          null);
    }

    static Properties of(ReachAnswer.Unplaced place) {
      return new Properties(
          place.reason(),
          place.code(),
          place.name(),
          place.level(),
          place.countyCode(),
          place.countyName(),
          null,
          null,
          null,
          null,
          place.text());
    }
  }

  private ReachGeoJson() {}

  /**
   * Gaps, then the places of which nothing can be said, as points; everything else as members of
   * the collection. {@code gapsListed} and {@code unplacedListed} tell how many of {@code beyond}
   * and {@code unplaced} are among the features.
   */
  static void gaps(ReachAnswer answer, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writePOJOProperty("manifest", answer.manifest());
    json.writeNumberProperty("places", answer.places());
    json.writeNumberProperty("reached", answer.reached());
    json.writeNumberProperty("beyond", answer.beyond());
    json.writeNumberProperty("gapsListed", answer.gaps().size());
    json.writeNumberProperty("unplaced", answer.unplaced());
    json.writeNumberProperty("unplacedListed", answer.unplacedPlaces().size());
    json.writePOJOProperty("notes", answer.notes());
    json.writeArrayPropertyStart("features");
    answer.gaps().forEach(gap -> point(gap.id(), gap.at(), Properties.of(gap), json));
    answer.unplacedPlaces().forEach(u -> point(u.id(), u.at(), Properties.of(u), json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void point(long id, List<Double> at, Properties properties, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeNumberProperty("id", id);
    json.writePOJOProperty(
        "geometry", at == null ? null : Map.of("type", "Point", "coordinates", at));
    json.writePOJOProperty("properties", properties);
    json.writeEndObject();
  }

  /** Areas, the largest first, so that the smaller are drawn over it. */
  public static void areas(IsochroneAnswer answer, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writePOJOProperty("manifest", answer.manifest());
    json.writeArrayPropertyStart("features");
    List<IsochroneAnswer.Band> bands = answer.bands();
    for (int i = bands.size() - 1; i >= 0; i--) {
      IsochroneAnswer.Band band = bands.get(i);
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeName("geometry");
      GeoJsonGeometry.write(band.area(), json);
      json.writePOJOProperty(
          "properties", Map.of("minutes", band.minutes(), "areaKm2", band.areaKm2()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
