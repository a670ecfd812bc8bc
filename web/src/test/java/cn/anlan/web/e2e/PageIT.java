package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page as a leader and a planner see it: real browser, built jar, real PostGIS. */
class PageIT extends AtThePage {
  @Test
  void theMapShowsGradesCountsAndThatItIsInventedAndAsksNobodyElse() throws Exception {
    JsonNode counts = anlan.json("/api/layers/risk_point/counts?by=level").get("counts");
    for (String level : new String[] {"1", "2", "3", "4"}) {
      assertThat(number(hook("legend-risk-" + level))).isEqualTo(counts.get(level).asLong());
    }
    long regions = 0;
    for (String grade : new String[] {"red", "orange", "yellow", "green"}) {
      regions += number(hook("legend-region-" + grade));
    }
    assertThat(regions).isEqualTo(99);
    assertThat(hook("demo-badge").innerText()).contains("示例数据");
    shot("map-zh");
    assertThat(foreignRequests).isEmpty();
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void aFindingFliesToItsPlaceAndShowsTheMeasuredDistance() throws Exception {
    Locator first = hook("finding-row").first();
    assertThat(first.getAttribute("data-verdict")).isEqualTo("FAIL");
    String rule = first.getAttribute("data-rule");
    String code = first.getAttribute("data-code");
    Object before = page.evaluate("() => window.__anlan.map.getZoom()");
    first.click();
    hook("detail-distance").waitFor();
    waitFor("z => !window.__anlan.map.isMoving() && window.__anlan.map.getZoom() > z + 2", before);
    JsonNode findings = anlan.json("/api/checks?rule=" + rule).get("findings");
    JsonNode finding = null;
    for (JsonNode f : findings) {
      if (f.get("subjectCode").asString().equals(code)) {
        finding = f;
      }
    }
    assertThat(finding).isNotNull();
    double shownM =
        Double.parseDouble(hook("detail-distance").innerText().replaceAll("[^0-9.]", ""));
    assertThat(Math.abs(shownM - finding.get("distanceM").asDouble())).isLessThan(0.051);
    assertThat(hook("finding-detail").innerText()).contains("示例");
    waitFor("() => window.__anlan.map.areTilesLoaded()", null);
    shot("finding-zh");
    assertThat(foreignRequests).isEmpty();
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void aLevelHiddenInTheLegendLeavesTheTiles() throws Exception {
    String seen =
        "() => { const f = window.__anlan.map.querySourceFeatures('tiles-risk_point',"
            + " {sourceLayer: 'risk_point'}).map(f => f.properties);"
            + " return f.length > 0 && %s; }";
    waitFor(seen.formatted("f.some(p => p.n4 > 0)"), null);
    hook("legend-risk-4-toggle").click();
    waitFor(seen.formatted("f.every(p => !p.n4 && p.level !== 4) && f.some(p => p.n1 > 0)"), null);
    hook("legend-risk-4-toggle").click();
    waitFor(seen.formatted("f.some(p => p.n4 > 0)"), null);
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void aLayerOfTheCatalogueIsFoundSwitchedAndAnswersAClick() throws Exception {
    JsonNode enterprise = anlan.json("/api/layers/enterprise/items?limit=1").get("features").get(0);
    JsonNode place = enterprise.get("geometry").get("coordinates");
    hook("layer-filter").fill("enterprise");
    assertThat(hook("layer-list").locator("input[type=checkbox]").count()).isEqualTo(1);
    assertThat(number(hook("layer-count-enterprise")))
        .isEqualTo(
            anlan.json("/api/layers/enterprise/items?limit=1").get("numberMatched").asLong());
    hook("layer-enterprise").uncheck();
    String visibility =
        "v => window.__anlan.map.getLayoutProperty('tiles-enterprise-dot', 'visibility') === v";
    waitFor(visibility, "none");
    hook("layer-enterprise").check();
    waitFor(visibility, "visible");
    hook("layer-risk_point").waitFor(hidden());
    hook("layer-filter").fill("");
    hook("layer-risk_point").uncheck();
    page.evaluate(
        "([lon, lat]) => { window.__anlan.map.jumpTo({center: [lon, lat], zoom: 17}); }",
        List.of(place.get(0).asDouble(), place.get(1).asDouble()));
    waitFor("() => window.__anlan.map.loaded() && window.__anlan.map.areTilesLoaded()", null);
    page.locator("#map canvas").click();
    page.locator("[data-testid=popup] .facts").waitFor();
    String popup = hook("popup").innerText();
    assertThat(hook("popup").getAttribute("data-layer")).isEqualTo("enterprise");
    assertThat(popup).contains("示例").contains("行业");
    shot("enterprise-zh");
    assertThat(foreignRequests).isEmpty();
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void thePageSpeaksEnglishAtASwitch() throws Exception {
    hook("lang-switch").click();
    assertThat(hook("demo-badge").innerText()).contains("Demonstration data");
    assertThat(page.evaluate("() => document.documentElement.lang").toString()).startsWith("en");
    shot("map-en");
  }

  @Test
  void aCountysPanelSaysWhyItHasItsColourAndAMonthBackHowItWas() throws Exception {
    page.locator("#checks [data-testid=mode-risk]").click();
    Locator worst = hook("risk-ranking").locator("button").first();
    String code = worst.getAttribute("data-code");
    String day = hook("risk-day").first().innerText();
    worst.click();
    hook("risk-score").waitFor();
    JsonNode region = anlan.json("/api/assessment/" + code).get("region");
    assertThat(Double.parseDouble(hook("risk-score").innerText()))
        .isCloseTo(region.get("score").asDouble(), within(0.051));
    assertThat(hook("risk-contributions").locator("li").count())
        .isEqualTo(region.get("contributions").size());
    assertThat(hook("risk-county").innerText())
        .contains(region.get("toNextBetter").get(0).get("zh").asString(), "示例");
    assertThat(hook("risk-trend").locator("circle").count()).isPositive();
    shot("county-zh");
    hook("risk-back").click();
    hook("monthBefore").first().click();
    waitFor("day => document.querySelector('[data-testid=risk-day]').textContent < day", day);
    assertThat(hook("risk-ranking").locator("button").count()).isGreaterThanOrEqualTo(99);
    assertThat(foreignRequests).isEmpty();
  }

  @Test
  void aTankersWaysAreDrawnWithWhatStandsByThem() throws Exception {
    page.locator("#checks [data-testid=mode-roads]").click();
    hook("route-from").fill("115.9, 28.6");
    hook("route-from").blur();
    hook("route-to").fill("114.95, 25.85");
    hook("route-to").blur();
    hook("route-card").first().waitFor();
    JsonNode answer =
        anlan.json("/api/routes?from=115.9,28.6&to=114.95,25.85&profile=dangerous_goods&hour=10");
    JsonNode routes = answer.get("routes");
    assertThat(hook("route-card").count()).isEqualTo(routes.size());
    String way =
        page.locator("[data-testid=route-card][aria-pressed=true]").getAttribute("data-route");
    JsonNode chosen = null;
    for (JsonNode route : routes) {
      chosen = route.get("id").asString().equals(way) ? route : chosen;
    }
    assertThat(chosen).isNotNull();
    assertThat(hook("route-hazards").locator("li").count()).isEqualTo(chosen.get("hazards").size());
    assertThat(hook("route-heights").count()).isEqualTo(1);
    assertThat(hook("routes").innerText()).contains("示例");
    waitFor(
        "way => window.__anlan.map.queryRenderedFeatures({layers: ['route-way']})"
            + ".some(f => f.properties.id === way && f.properties.chosen)",
        way);
    shot("route-zh");
    assertThat(foreignRequests).isEmpty();
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void everyPlaceBeyondReachIsDrawnAndTheListSaysHowManyItLeavesOut() throws Exception {
    page.locator("#checks [data-testid=mode-roads]").click();
    hook("roads-reach").click();
    hook("reach-sum").waitFor();
    JsonNode answer = anlan.json("/api/roads/reach?limit=50000");
    int beyond = answer.get("beyond").asInt();
    waitFor(
        "async n => (await window.__anlan.map.getSource('reach-gaps').getData()).features.length === n",
        beyond);
    assertThat(hook("reach-gaps").locator("li").count()).isEqualTo(Math.min(50, beyond));
    if (beyond > 50) {
      assertThat(number(hook("reach-gaps-listed"))).isEqualTo(Long.parseLong("50" + beyond));
      page.locator("[data-focus=reach-more-gaps]").click();
      assertThat(hook("reach-gaps").locator("li").count()).isEqualTo(Math.min(100, beyond));
    }
    int unplaced = answer.get("unplaced").asInt();
    assertThat(hook("reach-unplaced").locator("li").count()).isEqualTo(Math.min(50, unplaced));
    shot("reach-zh");
    assertThat(foreignRequests).isEmpty();
    assertThat(consoleErrors).isEmpty();
  }
}
