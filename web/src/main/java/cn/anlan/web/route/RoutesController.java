package cn.anlan.web.route;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.text.Text;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.network.NetworkFolder;
import cn.anlan.web.network.RoadNetworks;
import cn.anlan.web.print.Language;
import cn.anlan.web.sheet.SheetPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/routes}: alternatives as JSON, GeoJSON or a printable sheet. */
@RestController
class RoutesController {
  private final RoadNetworks networks;
  private final JsonMapper mapper;
  private final JsonAnswer answer;

  RoutesController(RoadNetworks networks, JsonMapper mapper, JsonAnswer answer) {
    this.networks = networks;
    this.mapper = mapper;
    this.answer = answer;
  }

  @GetMapping("/api/routes")
  void routes(
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = RouteQuestion.TANKER) String profile,
      @RequestParam(required = false) String hour,
      @RequestParam(required = false) String cargo,
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      @RequestParam(defaultValue = "json") String f,
      @RequestParam(required = false) String lang,
      HttpServletResponse response)
      throws IOException {
    RouteQuestion question = RouteQuestion.of(network, profile, from, to, cargo, hour);
    Language language = Language.of(lang);
    if (!List.of("json", "geojson", "html").contains(f)) {
      throw new UserFault("f=" + f + " 不支持 (not supported)", "取 (take) json, geojson, html");
    }
    RouteAnswer result =
        new Routes(networks.get(network), networks.notice(network).stream().toList())
            .answer(question);
    switch (f) {
      case "geojson" -> answer.geoJson(response, json -> RouteGeoJson.write(result, json));
      case "html" -> {
        response.setContentType("text/html;charset=UTF-8");
        UriComponentsBuilder other =
            UriComponentsBuilder.fromPath("/api/routes")
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("profile", profile)
                .queryParam("network", network)
                .queryParam("f", "html")
                .queryParam("lang", language.other().code());
        if (hour != null) {
          other.queryParam("hour", hour);
        }
        if (cargo != null) {
          other.queryParam("cargo", cargo);
        }
        response
            .getOutputStream()
            .write(
                SheetPage.document(RouteSheet.of(result), language, other.build().toUriString())
                    .getBytes(StandardCharsets.UTF_8));
      }
      default -> {
        response.setContentType("application/json;charset=UTF-8");
        mapper.writeValue(response.getOutputStream(), result);
      }
    }
  }

  /**
   * What can be chosen from.
   *
   * @param cargoes those that the network was prepared for; the first is the default
   */
  record Model(
      int version,
      Text title,
      Text source,
      Text riskUnit,
      List<Named> cargoes,
      List<DangerousGoods.Band> bands,
      List<String> networks) {
    record Named(String id, Text title) {}
  }

  @GetMapping("/api/routes/model")
  Model model(@RequestParam(defaultValue = NetworkFolder.PROVINCE) String network) {
    var open = networks.get(network);
    DangerousGoods model = open.model();
    return new Model(
        model.version(),
        model.title(),
        model.source(),
        model.riskUnit(),
        model.cargoes().stream()
            .filter(c -> open.manifest().cargoes().contains(c.id()))
            .map(c -> new Model.Named(c.id(), c.title()))
            .toList(),
        model.bands(),
        networks.names());
  }
}
