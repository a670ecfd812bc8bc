package cn.anlan.web.ogc;

import cn.anlan.web.print.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the OGC APIs begin, and which standards they keep. */
@RestController
class LandingController {
  private record Landing(String title, String description, List<OgcLink> links) {}

  private record Conformance(List<String> conformsTo) {}

  private static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  private static final String COLLECTIONS = "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/";

  private final List<OgcPart> parts;

  LandingController(List<OgcPart> parts) {
    this.parts = parts;
  }

  @GetMapping({"/ogc", "/ogc/"})
  ResponseEntity<byte[]> landing(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    String base = request.base();
    List<OgcLink> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.JSON));
    links.add(
        OgcLink.of(
            base + "/api?f=json", "service-desc", MediaTypes.OPEN_API, "接口定义 (OpenAPI 3.0)"));
    links.add(OgcLink.of(base + "/api?f=html", "service-doc", MediaTypes.HTML, "接口说明"));
    links.add(OgcLink.of(base + "/conformance", "conformance", MediaTypes.JSON, "所遵循的标准"));
    links.add(OgcLink.of(base + "/collections", "data", MediaTypes.JSON, "图层"));
    parts.forEach(part -> links.addAll(part.landingLinks(base)));
    if (!request.isHtml()) {
      return OgcAnswer.json(
          new Landing("安澜 Anlan", description(Language.ZH), links), MediaTypes.JSON);
    }
    OgcPage page = new OgcPage(request, request.language().of("安澜 OGC API", "Anlan: the OGC APIs"));
    page.body().leaf("p", description(request.language()), "class", "lead");
    page.body().open("ul", "class", "doors");
    door(page, "/collections", "图层", "Layers");
    door(page, "/api", "接口说明", "The API, explained");
    door(page, "/conformance", "所遵循的标准", "Standards kept");
    page.body().close();
    return OgcAnswer.html(page.links(links));
  }

  private static void door(OgcPage page, String path, String zh, String en) {
    page.body().open("li").leaf("a", page.language().of(zh, en), "href", page.page(path)).close();
  }

  private static String description(Language language) {
    return language.of(
        "全省安全生产图层的要素与矢量瓦片，供 QGIS、GDAL 和浏览器使用。坐标存为 CGCS2000（EPSG:4490）；"
            + "输出为 CRS84 时数值不变，两者之差小于一米。",
        "Features and vector tiles of the province's work-safety layers, for QGIS, GDAL and browsers."
            + " Coordinates are kept in CGCS2000 (EPSG:4490) and given as CRS84 unchanged: the two differ"
            + " by less than a metre.");
  }

  @GetMapping("/ogc/conformance")
  ResponseEntity<byte[]> conformance(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    List<String> classes = new ArrayList<>();
    for (String each : List.of("core", "landing-page", "oas30", "html", "json")) {
      classes.add(COMMON + each);
    }
    classes.add(COLLECTIONS + "collections");
    parts.forEach(part -> classes.addAll(part.conformance()));
    List<String> sorted = classes.stream().distinct().sorted().toList();
    if (!request.isHtml()) {
      return OgcAnswer.json(new Conformance(sorted), MediaTypes.JSON);
    }
    OgcPage page = new OgcPage(request, request.language().of("所遵循的标准", "Standards kept"));
    page.crumb(request.language().of("标准", "Conformance"), "/conformance");
    page.body().open("ul");
    sorted.forEach(each -> page.body().open("li").leaf("code", each).close());
    page.body().close();
    return OgcAnswer.html(page);
  }
}
