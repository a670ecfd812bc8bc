package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Layer;
import cn.anlan.web.ogc.Extents.Extent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A layer as a collection: the JSON of {@code /ogc/collections/{id}}. */
final class CollectionDescription {
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private CollectionDescription() {}

  /**
   * @param extent empty while the layer is loading
   */
  static ObjectNode json(Layer layer, Optional<Extent> extent, List<OgcLink> links) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode node = mapper.createObjectNode();
    node.put("id", layer.id());
    node.put("title", layer.title().zh());
    node.put("description", layer.description().zh());
    node.put("x-anlan-title-en", layer.title().en());
    node.put("x-anlan-description-en", layer.description().en());
    node.put("itemType", "feature");
    extent.ifPresent(known -> put(node, known));
    // Also where there is no geometry: clients, and the OGC's own suite, ask every collection.
    ArrayNode systems = node.putArray("crs");
    OgcCrs.all().forEach(crs -> systems.add(crs.uri()));
    node.put("storageCrs", OgcCrs.STORED.uri());
    node.set("links", mapper.valueToTree(links));
    return node;
  }

  private static void put(ObjectNode node, Extent extent) {
    node.put("x-anlan-count", extent.rows());
    ObjectNode extents = node.putObject("extent");
    Envelope box = extent.lonLat();
    if (!box.isNull()) {
      ObjectNode spatial = extents.putObject("spatial");
      spatial
          .putArray("bbox")
          .addArray()
          .add(box.getMinX())
          .add(box.getMinY())
          .add(box.getMaxX())
          .add(box.getMaxY());
      spatial.put("crs", OgcCrs.CRS84.uri());
    }
    if (extent.first() != null || extent.last() != null) {
      ObjectNode temporal = extents.putObject("temporal");
      ArrayNode interval = temporal.putArray("interval").addArray();
      interval.add(instant(extent.first(), "T00:00:00Z"));
      interval.add(instant(extent.last(), "T23:59:59Z"));
      temporal.put("trs", GREGORIAN);
    }
  }

  private static String instant(LocalDate day, String time) {
    return day == null ? null : day + time;
  }

  /** The links that every collection has, then those of the parts. */
  static List<OgcLink> links(String base, Layer layer, List<OgcPart> parts) {
    String self = base + "/collections/" + layer.id();
    List<OgcLink> links = new ArrayList<>();
    links.add(OgcLink.of(self + "?f=json", "self", MediaTypes.JSON, layer.title().zh()));
    links.add(
        OgcLink.of(self + "?f=html", "alternate", MediaTypes.HTML, layer.title().zh() + "（网页）"));
    parts.forEach(part -> links.addAll(part.collectionLinks(base, layer)));
    return links;
  }
}
