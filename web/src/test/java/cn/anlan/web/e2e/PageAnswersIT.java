package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the page shows is the answer to the question that stands on it: its day, its site, its rule.
 */
class PageAnswersIT extends AtThePage {
  private static final String SEES_STRIP =
      "some => (window.__anlan.map.querySourceFeatures('zone').length > 0) === some";

  @Test
  void aMonthAfterTheLedgersEndSaysThatNothingIsRecorded() throws Exception {
    JsonNode manifest = anlan.json("/api/riskmap").get("manifest");
    String cutOff = manifest.get("dataCutOff").asString();
    assertThat(hook("grades-as-of").innerText()).contains(manifest.get("asOf").asString());
    assertThat(hook("risk-cut-off").count()).isZero();
    hook("monthAfter").first().click();
    hook("risk-cut-off").first().waitFor();
    assertThat(hook("risk-cut-off").first().innerText()).contains(cutOff, "没有记录不等于没有事故");
    assertThat(hook("grades-as-of").innerText()).doesNotContain(cutOff);
    page.locator("#checks [data-testid=mode-risk]").click();
    assertThat(page.locator("#risk [data-testid=risk-cut-off]").count()).isEqualTo(1);
  }

  @Test
  void anOpenFindingIsThatOfTheDayThatStandsAboveIt() throws Exception {
    String later = anlan.json("/api/status").get("asOf").asString().substring(0, 4) + "-12-31";
    hook("finding-row").first().click();
    hook("finding-detail").waitFor();
    askDay(later);
    waitFor(
        "day => document.querySelector('[data-testid=finding-detail]')?.textContent.includes(day)",
        later);
    waitFor(SEES_STRIP, true);
    askDay("1999-01-01");
    hook("finding-detail").waitFor(hidden());
    page.locator("#checks .empty").waitFor();
    assertThat(hook("finding-row").count()).isZero();
    waitFor(SEES_STRIP, false);
  }

  @Test
  void aSiteEnteredInAnotherSystemKeepsItInItsEvidence() throws Exception {
    page.locator("#checks [data-testid=mode-planner]").click();
    hook("plan-tool-enter").click();
    hook("plan-crs").selectOption("GCJ-02");
    hook("plan-text").fill("115.99, 29.735");
    hook("plan-use").click();
    hook("plan-finding").first().waitFor();
    waitFor(
        "() => window.__anlan.map.querySourceFeatures('plan-corners').some("
            + "f => Math.abs(f.geometry.coordinates[0] - 115.99) > 1e-3)",
        null);
    String sheet = hook("plan-finding").first().getAttribute("href");
    assertThat(anlan.get("/" + sheet).body()).contains("来源坐标：GCJ-02", "以通行公式反算到 CGCS2000");
    hook("plan-tool-enter").click();
    assertThat(hook("plan-crs").inputValue()).isEqualTo("GCJ-02");
  }

  @Test
  void theGroundIsAskedAnewForAnotherDay() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.route(
        "**/api/screening/area",
        route -> {
          asked.add(route.request().postData());
          route.abort();
        });
    page.locator("#checks [data-testid=mode-planner]").click();
    hook("plan-area-toggle").click();
    hook("plan-fault").waitFor();
    askDay("2020-01-01");
    page.waitForCondition(() -> asked.stream().anyMatch(body -> body.contains("\"2020-01-01\"")));
  }

  @Test
  void aLateAnswerDoesNotTakeThePlaceOfALaterQuestions() throws Exception {
    List<Route> held = new CopyOnWriteArrayList<>();
    holdTheFirst("**/api/roads/blackspots?*", held);
    page.locator("#checks [data-testid=mode-roads]").click();
    hook("roads-blackspots").click();
    page.waitForCondition(() -> held.size() == 1);
    String day = hook("risk-day").first().innerText();
    hook("monthBefore").first().click();
    waitFor("day => document.querySelector('[data-testid=risk-day]').textContent < day", day);
    String before = hook("risk-day").first().innerText();
    hook("blackspot").first().waitFor();
    page.waitForResponse("**/api/roads/blackspots?*", () -> held.get(0).resume()).finished();
    waitFor(
        "day => document.querySelector('[data-testid=blackspots]').textContent.includes(day)",
        before);

    held.clear();
    holdTheFirst("**/api/roads/cut?*", held);
    hook("blackspot").first().click();
    page.waitForCondition(() -> held.size() == 1);
    hook("blackspot").nth(1).click();
    String drawn =
        "was => JSON.stringify(window.__anlan.map.getSource('road-stretch').serialize().data)";
    waitFor(drawn + ".length > was", 100);
    Object second = page.evaluate(drawn);
    page.waitForResponse("**/api/roads/cut?*", () -> held.get(0).resume()).finished();
    Thread.sleep(500);
    assertThat(page.evaluate(drawn)).isEqualTo(second);
  }

  private void holdTheFirst(String address, List<Route> held) {
    page.route(
        address,
        route -> {
          if (held.isEmpty()) {
            held.add(route);
          } else {
            route.resume();
          }
        });
  }

  @Test
  void tryingAgainBringsAllThatHangsOnTheStatus() {
    page.route("**/api/status", Route::abort);
    page.reload();
    Locator retry = hook("error").locator("button").first();
    retry.waitFor();
    page.unroute("**/api/status");
    retry.click();
    hook("finding-row").first().waitFor();
    assertThat(hook("grades-as-of").innerText()).isNotEmpty();
  }

  @Test
  void aSearchThatCouldNotBeMadeIsNoNameThatDoesNotMatch() {
    hook("search").pressSequentially("查无此名");
    assertThat(hook("search-note").innerText()).contains("正在查找");
    page.locator("[data-testid=search-note]:has-text('没有匹配')").waitFor();
    hook("search").fill("示例");
    page.locator("[data-testid=search-note]:has-text('列出 12 /')").waitFor();
    page.route("**/api/layers/enterprise/items?*", Route::abort);
    hook("search").pressSequentially("无");
    page.locator("[data-testid=search-note]:has-text('结果不全')").waitFor();
  }

  private void askDay(String day) {
    hook("as-of").fill(day);
    hook("as-of").blur();
  }
}
