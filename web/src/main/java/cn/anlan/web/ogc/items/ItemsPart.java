package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.filter.FilterLanguage;
import cn.anlan.geo.text.Text;
import cn.anlan.web.ogc.ApiDocument;
import cn.anlan.web.ogc.ApiParameter;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcCrs;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What items add to the common resources: which standards they keep, where they are, what they
 * take.
 */
@Component
class ItemsPart implements OgcPart {
  private static final String PART1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String PART2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
  private static final String PART3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
  private static final String PART5 = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/";
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
  private static final List<String> CQL2_CLASSES =
      List.of(
          "cql2-text",
          "cql2-json",
          "basic-cql2",
          "advanced-comparison-operators",
          "case-insensitive-comparison",
          "accent-insensitive-comparison",
          "basic-spatial-functions",
          "basic-spatial-functions-plus",
          "spatial-functions",
          "temporal-functions",
          "property-property");
  private static final String TAG = "Features";

  @Override
  public List<String> conformance() {
    List<String> classes = new ArrayList<>();
    for (String each : List.of("core", "geojson", "html", "oas30")) {
      classes.add(PART1 + each);
    }
    classes.add(PART2 + "crs");
    classes.add(PART3 + "filter");
    classes.add(PART3 + "features-filter");
    classes.add(PART3 + "queryables-query-parameters");
    classes.add(PART5 + "sorting");
    for (String each : CQL2_CLASSES) {
      classes.add(CQL2 + each);
    }
    return classes;
  }

  @Override
  public List<OgcLink> collectionLinks(String base, Layer layer) {
    String items = base + "/collections/" + layer.id() + "/items";
    return List.of(
        OgcLink.of(items + "?f=json", "items", MediaTypes.GEO_JSON, "要素 (GeoJSON)"),
        OgcLink.of(items + "?f=html", "items", MediaTypes.HTML, "要素（网页）"));
  }

  @Override
  public void describe(ApiDocument api) {
    List<ApiParameter> list = new ArrayList<>(List.of(api.collectionId()));
    list.addAll(questions());
    list.addAll(ApiDocument.forms());
    api.get(
        "/collections/{collectionId}/items",
        "getFeatures",
        TAG,
        new Text("要素，按页", "Features, in pages"),
        list,
        MediaTypes.GEO_JSON,
        MediaTypes.HTML);
    List<ApiParameter> one = new ArrayList<>(List.of(api.collectionId()));
    one.add(
        ApiParameter.path(
            "featureId", new Text("要素编号 id", "The feature's id"), ApiParameter.text()));
    one.add(crs("crs", "输出坐标系", "The system of the answer's coordinates"));
    one.addAll(ApiDocument.forms());
    api.get(
        "/collections/{collectionId}/items/{featureId}",
        "getFeature",
        TAG,
        new Text("一个要素，含不进内存的长文本", "One feature, with the long texts that pages leave out"),
        one,
        MediaTypes.GEO_JSON,
        MediaTypes.HTML);
  }

  private static List<ApiParameter> questions() {
    ObjectNode box = ApiParameter.list(number()).put("minItems", 4).put("maxItems", 6);
    return List.of(
        ApiParameter.query(
            "limit",
            new Text("每页至多几个", "At most so many on a page"),
            ApiParameter.whole(1, ItemsQuestion.MAX_LIMIT, (long) ItemsQuestion.USUAL_LIMIT)),
        query("after", "上一页的页标，只取自 next 链接", "Mark of the page before, from its next link only"),
        ApiParameter.query(
            "bbox", new Text("范围框，轴序随 bbox-crs", "A box, in the order of axes of bbox-crs"), box),
        crs("bbox-crs", "bbox 的坐标系", "The system of bbox"),
        query(
            "datetime",
            "日期或时段，如 2021-01-01/2021-03-31 或 2021-01-01/..",
            "A day or an interval, such as 2021-01-01/2021-03-31 or 2021-01-01/.."),
        crs("crs", "输出坐标系", "The system of the answer's coordinates"),
        query("filter", "CQL2 过滤条件，属性见 queryables", "A CQL2 filter; its properties: queryables"),
        ApiParameter.query(
            "filter-lang",
            new Text("过滤条件的写法", "How the filter is written"),
            ApiParameter.oneOf(
                Arrays.stream(FilterLanguage.values()).map(FilterLanguage::id).toList())),
        crs("filter-crs", "过滤条件中图形的坐标系", "The system of the filter's geometries"),
        ApiParameter.query(
            "sortby",
            new Text(
                "排序属性，前加 - 为降序；空值在后",
                "Properties to sort by, - before one for descending; nulls last"),
            ApiParameter.list(ApiParameter.text())),
        ApiParameter.query(
            "properties",
            new Text("只要这些属性", "These properties only"),
            ApiParameter.list(ApiParameter.text())));
  }

  private static ApiParameter query(String name, String zh, String en) {
    return ApiParameter.query(name, new Text(zh, en), ApiParameter.text());
  }

  private static ApiParameter crs(String name, String zh, String en) {
    ObjectNode schema =
        ApiParameter.oneOf(OgcCrs.all().stream().map(OgcCrs::uri).toList())
            .put("format", "uri")
            .put("default", OgcCrs.CRS84.uri());
    return ApiParameter.query(name, new Text(zh, en), schema);
  }

  private static ObjectNode number() {
    return JsonMapper.shared().createObjectNode().put("type", "number");
  }
}
