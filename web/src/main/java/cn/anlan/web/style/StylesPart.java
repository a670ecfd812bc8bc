package cn.anlan.web.style;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.text.Text;
import cn.anlan.web.ogc.ApiDocument;
import cn.anlan.web.ogc.ApiParameter;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPart;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What styles add to the common resources: the reading half of OGC API – Styles (20-009, draft).
 */
@Component
class StylesPart implements OgcPart {
  static final String STYLE = "application/vnd.mapbox.style+json";

  private static final String STYLES = "http://www.opengis.net/spec/ogcapi-styles-1/0.0/conf/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/styles";
  private static final String TAG = "Styles";

  static OgcLink link(String base, Layer layer) {
    return OgcLink.of(base + "/styles/" + layer.id(), "stylesheet", STYLE, layer.title().zh());
  }

  @Override
  public List<String> conformance() {
    return List.of(STYLES + "core", STYLES + "mapbox-style");
  }

  @Override
  public List<OgcLink> landingLinks(String base) {
    return List.of(OgcLink.of(base + "/styles", REL, MediaTypes.JSON, "样式"));
  }

  @Override
  public List<OgcLink> collectionLinks(String base, Layer layer) {
    return layer.hasGeometry()
        ? List.of(
            OgcLink.of(base + "/collections/" + layer.id() + "/styles", REL, MediaTypes.JSON, "样式"))
        : List.of();
  }

  @Override
  public void describe(ApiDocument api) {
    Text list = new Text("样式", "Styles");
    api.get("/styles", "getStyles", TAG, list, ApiDocument.forms(), MediaTypes.JSON);
    List<ApiParameter> layer = List.of(api.collectionId());
    String ofLayer = "/collections/{collectionId}/styles";
    api.get(ofLayer, "getCollectionStyles", TAG, list, layer, MediaTypes.JSON);
    ApiParameter id =
        ApiParameter.path("styleId", new Text("图层", "The layer"), ApiParameter.text());
    Text one = new Text("一个图层的样式 (MapLibre)", "A layer's style (MapLibre)");
    api.get("/styles/{styleId}", "getStyle", TAG, one, List.of(id), STYLE);
  }
}
