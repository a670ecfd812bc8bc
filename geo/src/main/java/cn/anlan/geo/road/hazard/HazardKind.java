package cn.anlan.geo.road.hazard;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A kind of hazard of {@code road/dangerous-goods.yaml}: where its things come from, which part of
 * a road each concerns, and what it does there.
 *
 * @param why what an answer says of it
 * @param place which part of a road a thing concerns
 * @param layer of the stored layers that has the things, or null
 * @param column by which rows of the layer are chosen, or null for all
 * @param values of that column
 * @param persons who count where a thing does not say
 * @param personsColumn column that says how many persons, or null
 * @param leastPersons things with fewer are left out
 * @param radiusM of a {@link Place#DISC}
 * @param leastLengthM of a tunnel, exclusive
 * @param mostLengthM of a tunnel, inclusive; 0 for any
 * @param osm how the things are known in an OSM file, or null
 * @param share by band, of the persons, who are there; absent where nobody is exposed
 * @param times how many times as frequent releases are; 0 for as frequent
 * @param closed bands in which no tanker may go there
 */
public record HazardKind(
    String kind,
    Text title,
    Text why,
    Place place,
    String layer,
    String column,
    List<String> values,
    double persons,
    String personsColumn,
    double leastPersons,
    double radiusM,
    double leastLengthM,
    double mostLengthM,
    Osm osm,
    Map<String, Double> share,
    double times,
    List<String> closed,
    Text source) {
  /** Which part of a road a thing concerns. */
  public enum Place {
    /** What lies within the cargo's impact radius of a point. */
    @JsonProperty("circle")
    CIRCLE,
    /** What lies within the kind's own radius of a point. */
    @JsonProperty("disc")
    DISC,
    /** What lies in an area. */
    @JsonProperty("inside")
    INSIDE,
    /** A route from a stake to a stake. */
    @JsonProperty("stretch")
    STRETCH,
    /** A tunnel. */
    @JsonProperty("tunnel")
    TUNNEL,
    /** Roads signed {@code hazmat=no}. */
    @JsonProperty("signed")
    SIGNED
  }

  /**
   * @param key of the tag
   * @param personsTag the tag that says how many persons, or null
   * @param values of the tag that count, with the persons of one that does not say
   */
  public record Osm(String key, String personsTag, Map<String, Double> values) {
    public Osm {
      if (key == null || !key.matches("[a-z_:]{1,40}") || values == null || values.isEmpty()) {
        throw new IllegalArgumentException("osm needs a key and values");
      }
    }
  }

  public HazardKind {
    if (kind == null || title == null || why == null || place == null || source == null) {
      throw new IllegalArgumentException("a hazard needs kind, title, why, place and source");
    }
    values = values == null ? List.of() : List.copyOf(values);
    share = share == null ? Map.of() : Map.copyOf(share);
    closed = closed == null ? List.of() : List.copyOf(closed);
    boolean badShare = share.values().stream().anyMatch(s -> !(s >= 0 && s <= 1));
    if (badShare || times < 0 || persons < 0 || place == Place.DISC && !(radiusM > 0)) {
      throw new IllegalArgumentException(
          kind + ": shares are 0 to 1, times and persons not negative, a disc needs radius_m");
    }
  }

  /** Whether the kind holds for a tunnel of this length. */
  public boolean takesTunnel(double lengthM) {
    return lengthM > leastLengthM && (mostLengthM == 0 || lengthM <= mostLengthM);
  }

  /** Whether it exposes persons. */
  public boolean exposes() {
    return !share.isEmpty();
  }
}
