package cn.anlan.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.file.RuleBook;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No invented site can pass a rule for whose layers nobody says that they are complete. */
class DemoCoverageTest {
  @Test
  void everyLayerThatARuleMeasuresToIsStatedToBeComplete() {
    Set<String> layers = new TreeSet<>();
    for (Rule rule : RuleBook.load(null).rules()) {
      rule.targets().stream().map(Target::layer).forEach(layers::add);
      if (rule.kind() instanceof RuleKind.AlongRiver along) {
        layers.add(along.river().layer());
      } else if (rule.kind() instanceof RuleKind.Count count && count.along() != null) {
        layers.add(count.along().layer());
      }
    }
    assertThat(DemoCoverage.LAYERS).containsExactlyInAnyOrderElementsOf(layers);
  }

  @Test
  void aStatementSaysThatItIsInvented() {
    assertThat(DemoCoverage.rows())
        .hasSameSizeAs(DemoCoverage.LAYERS)
        .allSatisfy(
            row -> {
              assertThat(row.values()).containsEntry("is_demo", true);
              assertThat((String) row.values().get("statement")).contains("虚构");
            });
  }
}
