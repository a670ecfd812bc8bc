package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar whose database server is killed and brought back. */
class OutageIT extends AtTheDemo {
  private static final String ITEMS = "/api/layers/risk_point/items?limit=3";

  private interface Check {
    boolean holds() throws IOException, InterruptedException;
  }

  @Test
  void theServiceGoesOnAnsweringSaysSoAndRecovers() throws Exception {
    ProcessHandle server = anlan.databaseServer();
    String code = "DEMO-RP-000002";
    String name = anlan.psql("select name from layer.risk_point where code = '" + code + "'");
    JsonNode before = anlan.json(ITEMS).get("features");

    assertThat(server.destroyForcibly()).isTrue();
    server.onExit().get(10, TimeUnit.SECONDS);
    until("health says it", () -> health().equals("DEGRADED"));
    JsonNode details = anlan.json("/actuator/health").at("/components/layers/details");
    assertThat(details.get("since").asString()).startsWith("20");
    assertThat(details.get("reason").asString()).contains("数据库");
    assertThat(anlan.json("/api/status").at("/freshness/lag/databaseAway").asBoolean()).isTrue();
    assertThat(anlan.json(ITEMS).get("features")).isEqualTo(before);
    assertThat(anlan.json("/api/riskmap?adminLevel=county").get("features")).hasSize(99);
    assertThat(anlan.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

    anlan.psql("update layer.risk_point set name = '停机后' where code = '" + code + "'");
    until("it is seen", () -> named("%E5%81%9C%E6%9C%BA%E5%90%8E") == 1);
    until("health is well", () -> health().equals("UP"));
    assertThat(anlan.json("/api/status").at("/freshness/lag").isNull()).isTrue();
    anlan.psql("update layer.risk_point set name = '" + name + "' where code = '" + code + "'");
    until("it is as before", () -> named("%E5%81%9C%E6%9C%BA%E5%90%8E") == 0);
  }

  private static int named(String encoded) throws IOException, InterruptedException {
    return anlan
        .json("/api/layers/risk_point/items?limit=1&filter=name%3D%27" + encoded + "%27")
        .get("numberMatched")
        .asInt();
  }

  private static String health() throws IOException, InterruptedException {
    HttpResponse<String> answer = anlan.get("/actuator/health");
    return JsonMapper.shared().readTree(answer.body()).get("status").asString();
  }

  private static void until(String what, Check check) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!check.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
