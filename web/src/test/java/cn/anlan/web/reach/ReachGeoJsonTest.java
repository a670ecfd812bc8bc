package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.text.Text;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReachGeoJsonTest {
  @Test
  void whatNothingIsKnownOfIsAFeatureTooAndWhatIsLeftOutIsCounted() {
    ReachAnswer.Gap late =
        new ReachAnswer.Gap(
            1,
            "A1",
            "晚",
            1,
            "360981",
            "丰城市",
            List.of(115.8, 28.1),
            24.5,
            9.5,
            120,
            new Teams.Team("F1", "队", "fire_station"));
    ReachAnswer.Unplaced island =
        new ReachAnswer.Unplaced(
            2,
            "A2",
            "岛",
            2,
            null,
            null,
            List.of(115.7, 27.9),
            "island",
            new Text("不相通", "cut off"));
    ReachAnswer.Unplaced nowhere =
        new ReachAnswer.Unplaced(
            3, "A3", "无", 2, null, null, null, "no_place", new Text("没有位置", "has no place"));
    ReachAnswer answer =
        new ReachAnswer(
            null,
            9,
            2,
            4,
            3,
            List.of(),
            List.of(),
            List.of(),
            List.of(late),
            List.of(island, nowhere),
            List.of(),
            List.of());
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      ReachGeoJson.gaps(answer, json);
    }
    JsonNode collection = JsonMapper.shared().readTree(text.toString());
    assertThat(collection.get("beyond").asInt()).isEqualTo(4);
    assertThat(collection.get("gapsListed").asInt()).isEqualTo(1);
    assertThat(collection.get("unplaced").asInt()).isEqualTo(3);
    assertThat(collection.get("unplacedListed").asInt()).isEqualTo(2);
    JsonNode features = collection.get("features");
    assertThat(features).hasSize(3);
    assertThat(reach(features.get(0))).isEqualTo("late");
    assertThat(features.get(0).get("properties").get("team").get("code").asString())
        .isEqualTo("F1");
    assertThat(features.get(0).get("properties").get("why").isNull()).isTrue();
    assertThat(reach(features.get(1))).isEqualTo("island");
    assertThat(features.get(1).get("geometry").get("coordinates").get(1).asDouble())
        .isEqualTo(27.9);
    assertThat(features.get(1).get("properties").get("why").get("zh").asString()).isEqualTo("不相通");
    assertThat(features.get(1).get("properties").get("minutes").isNull()).isTrue();
    assertThat(reach(features.get(2))).isEqualTo("no_place");
    assertThat(features.get(2).get("geometry").isNull()).isTrue();
  }

  private static String reach(JsonNode feature) {
    return feature.get("properties").get("reach").asString();
  }
}
