package cn.anlan.web.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionTagTest {
  private static final String URI = "/api/layers/road/items";
  private static final Scope ALL = Scope.wholeProvince("tests");

  private final Generation generation = generation(7);

  @Test
  void theSameAnswerHasTheSameTag() {
    assertThat(VersionTag.of(URI, "limit=1", generation, ALL))
        .isEqualTo(VersionTag.of(URI, "limit=1", generation, Scope.wholeProvince("other name")))
        .startsWith("W/\"7-");
  }

  @Test
  void anotherQuestionScopeOrVersionHasAnother() {
    String tag = VersionTag.of(URI, "limit=1", generation, ALL);
    assertThat(VersionTag.of(URI, "limit=2", generation, ALL)).isNotEqualTo(tag);
    assertThat(VersionTag.of(URI, "limit=1", generation, Scope.wholeProvince("none", Set.of())))
        .isNotEqualTo(tag);
    assertThat(VersionTag.of(URI, "limit=1", new Generation(8, generation.layers()), ALL))
        .isNotEqualTo(tag);
  }

  @Test
  void theSameVersionOfADatabaseThatWasPutBackHasAnother() {
    assertThat(VersionTag.of(URI, null, generation(7), ALL))
        .isNotEqualTo(VersionTag.of(URI, null, generation, ALL));
  }

  private static Generation generation(long version) {
    LayerSnapshot road = new SnapshotBuilder("road", version, List.of()).build();
    return new Generation(version, Map.of("road", road));
  }
}
