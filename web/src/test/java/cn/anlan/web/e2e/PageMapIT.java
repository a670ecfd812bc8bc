package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That the map hides nothing: no red, no hole, no unit without an outline, no other day. */
class PageMapIT extends AtThePage {
  private static final String RISK_MAP = "/api/riskmap?adminLevel=county";

  @Test
  void nothingIsDrawnOverARedPointAlsoNotWhatIsSwitchedOnLater() throws Exception {
    JsonNode red = anlan.json("/api/layers/risk_point/items?limit=1&filter=level%3D1");
    JsonNode place = red.get("features").get(0).get("geometry").get("coordinates");
    hook("layer-filter").fill("special_equipment");
    hook("layer-special_equipment").check();
    page.evaluate(
        "([lon, lat]) => { window.__anlan.map.jumpTo({center: [lon, lat], zoom: 14}); }",
        List.of(place.get(0).asDouble(), place.get(1).asDouble()));
    waitFor(
        "() => { const map = window.__anlan.map; const order = map.getLayersOrder();"
            + " const red = map.queryRenderedFeatures({layers: ['tiles-risk_point-worst']});"
            + " return map.areTilesLoaded() && red.length > 0"
            + " && order.indexOf('tiles-special_equipment-ring')"
            + "    < order.indexOf('tiles-risk_point-ring')"
            + " && red.every(f => /-(worst|red)$/.test("
            + "    map.queryRenderedFeatures(map.project(f.geometry.coordinates))[0].layer.id)); }",
        null);
  }

  @Test
  void aTileThatFailsIsSaidAndAskedForAgain() {
    String tiles = "**/tiles/WebMercatorQuad/**";
    page.route(tiles, route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    page.evaluate("() => { window.__anlan.map.jumpTo({center: [115.9, 28.6], zoom: 10}); }");
    hook("error").waitFor();
    assertThat(hook("error").innerText()).contains("部分图块", "500");
    page.unroute(tiles);
    hook("error").locator("button").click();
    hook("error").waitFor(hidden());
  }

  @Test
  void aServiceThatDoesNotAnswerIsSaidUntilItDoes() {
    page.route("**/api/freshness", Route::abort);
    hook("away").waitFor();
    page.unroute("**/api/freshness");
    hook("away").waitFor(hidden());
  }

  @Test
  void aUnitWithoutAnOutlineIsInLegendRankingAndSearch() throws Exception {
    JsonNode units = anlan.json(RISK_MAP).at("/manifest/notDrawn");
    JsonNode unit = units.get(0);
    String name = unit.get("name").asString();
    assertThat(hook("legend-not-drawn").locator("button").count()).isEqualTo(units.size());
    hook("search").fill(name);
    page.locator("#search-list li[role=option]", option(name)).first().dispatchEvent("mousedown");
    hook("risk-score").waitFor();
    assertThat(hook("risk-county").innerText()).contains(name);
    hook("risk-back").click();
    Locator ranked = hook("risk-ranking").locator("button");
    assertThat(ranked.count()).isEqualTo(99 + units.size());
    assertThat(ranked.getByText(name).count()).isEqualTo(1);
  }

  private static Page.LocatorOptions option(String name) {
    return new Page.LocatorOptions().setHasText(name);
  }

  @Test
  void aRuleOfAnotherLayerLeavesTheProjectsTheirVerdicts() throws Exception {
    String other = null;
    for (JsonNode rule : anlan.json("/api/checks/rules")) {
      String subject = rule.get("subjectLayer").asString();
      other = subject.equals("chemical_project") ? other : rule.get("id").asString();
    }
    String rule = other;
    String failing = hook("legend-project-FAIL").innerText();
    String none = hook("legend-project-NONE").innerText();
    page.waitForResponse(
        response -> response.url().contains("/api/checks?rule=" + rule),
        () -> hook("other-rules").selectOption(rule));
    waitFor("() => document.querySelector('.skeleton') === null", null);
    assertThat(hook("legend-project-FAIL").innerText()).isEqualTo(failing);
    assertThat(hook("legend-project-NONE").innerText()).isEqualTo(none);
  }

  @Test
  void anOpenPopupGoesWithTheDay() throws Exception {
    String day = hook("risk-day").first().innerText();
    String before = java.time.LocalDate.parse(day).withDayOfMonth(1).minusDays(1).toString();
    Map<String, Double> then = new HashMap<>();
    for (JsonNode feature : anlan.json(RISK_MAP + "&asOf=" + before).get("features")) {
      JsonNode county = feature.get("properties");
      then.put(county.get("name").asString(), county.get("score").asDouble());
    }
    String moved = null;
    for (JsonNode feature : anlan.json(RISK_MAP).get("features")) {
      JsonNode county = feature.get("properties");
      String name = county.get("name").asString();
      boolean same = then.get(name) == county.get("score").asDouble();
      moved = same ? moved : name;
    }
    assertThat(moved).isNotNull();
    hook("search").fill(moved);
    page.locator("#search-list li[role=option]", option(moved)).first().dispatchEvent("mousedown");
    hook("popup").waitFor();
    hook("monthBefore").first().click();
    hook("popup").getByText(String.valueOf(then.get(moved))).first().waitFor();
  }

  /** What the scale bar says of a printed millimetre is what the picture shows. */
  @Test
  void theScaleBarOnPaperIsTrueAndWhatIsDrawnIsListed() {
    page.setViewportSize(1920, 1080);
    page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Object claimed =
        page.evaluate(
            "() => { const map = window.__anlan.map; const bounds = map.getBounds();"
                + " const width = e => document.querySelector(e).getBoundingClientRect().width;"
                + " const radians = Math.PI / 180;"
                + " const shownM = 6371008.8 * radians * (bounds.getEast() - bounds.getWest())"
                + "   * Math.cos(map.getCenter().lat * radians);"
                + " const bar = document.querySelector('.maplibregl-ctrl-scale').textContent;"
                + " return [parseFloat(bar) * 1000 / width('.maplibregl-ctrl-scale')"
                + "   / (shownM / width('#map canvas')), width('#map canvas')]; }");
    List<?> figures = (List<?>) claimed;
    assertThat(((Number) figures.get(0)).doubleValue()).isBetween(0.96, 1.04);
    assertThat(((Number) figures.get(1)).doubleValue()).isLessThan(225 * 96 / 25.4 + 1);
    assertThat(hook("layer-count-risk_point").isVisible()).isTrue();
    assertThat(hook("legend-enterprise-1").isVisible()).isTrue();
    assertThat(hook("layer-special_equipment").count()).isZero();
    page.evaluate("() => { window.dispatchEvent(new Event('afterprint')); }");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    hook("layer-special_equipment").waitFor(attached());
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }
}
