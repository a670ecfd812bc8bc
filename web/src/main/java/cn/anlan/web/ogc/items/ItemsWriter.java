package cn.anlan.web.ogc.items;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.web.features.FeatureWriter;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;

/** Items as GeoJSON, with the members that OGC API – Features adds. */
final class ItemsWriter {
  private static final long MAX_VERTICES = 1_000_000;

  private final ItemsQuestion question;
  private final LayerSnapshot snapshot;
  private final FeatureWriter features;
  private long vertices;

  ItemsWriter(ItemsQuestion question, LayerSnapshot snapshot) {
    this.question = question;
    this.snapshot = snapshot;
    this.features = new FeatureWriter(snapshot, question.columns(), this::shape);
  }

  private Geometry shape(Geometry lonLat) {
    vertices += lonLat.getNumPoints();
    return question.crs().write(lonLat);
  }

  /** A page of items; it ends early where its shapes have more than a million vertices. */
  void write(PageOfRows page, long matched, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    json.writeNumberProperty("dataVersion", snapshot.dataVersion());
    json.writeNumberProperty("numberMatched", matched);
    json.writeArrayPropertyStart("features");
    int written = 0;
    while (written < page.rows().length && vertices < MAX_VERTICES) {
      features.write(page.rows()[written++], json);
    }
    json.writeEndArray();
    json.writeNumberProperty("numberReturned", written);
    links(links(question, page.first(written, question.order(), snapshot)), json);
    json.writeEndObject();
  }

  /**
   * One item.
   *
   * @param others properties that the snapshot does not hold
   */
  void write(int row, Map<String, Object> others, JsonGenerator json) {
    features.open(row, others, json);
    OgcRequest request = question.request();
    List<OgcLink> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.GEO_JSON));
    links.add(
        OgcLink.of(
            request.base() + "/collections/" + snapshot.layer(),
            "collection",
            MediaTypes.JSON,
            question.layer().title().zh()));
    links(links, json);
    json.writeEndObject();
  }

  /** The links of a page: itself, its other form, the next page, the collection. */
  static List<OgcLink> links(ItemsQuestion question, PageOfRows page) {
    OgcRequest request = question.request();
    List<OgcLink> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.GEO_JSON));
    if (page.next() != null) {
      String type = request.isHtml() ? MediaTypes.HTML : MediaTypes.GEO_JSON;
      links.add(OgcLink.of(request.with("after", page.next()), "next", type, "下一页"));
    }
    return links;
  }

  private static void links(List<OgcLink> links, JsonGenerator json) {
    json.writeName("links");
    json.writePOJO(links);
  }
}
