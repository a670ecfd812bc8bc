package cn.anlan.geo.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StrictYamlTest {
  record Sample(String name, Double distanceM, LocalDate validFrom) {
    Sample {
      if (name == null) {
        throw new IllegalArgumentException("'name' is required");
      }
    }
  }

  @Test
  void readsSnakeCaseKeysAndDates() {
    Sample s =
        StrictYaml.read(
            "a.yaml", "name: 岸线\ndistance_m: 1000\nvalid_from: 2021-03-01\n", Sample.class);
    assertThat(s).isEqualTo(new Sample("岸线", 1000.0, LocalDate.of(2021, 3, 1)));
  }

  @Test
  void refusesAnUnknownKeyWithLineAndColumn() {
    assertThatThrownBy(() -> StrictYaml.read("a.yaml", "name: x\ndistanse_m: 1\n", Sample.class))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("a.yaml:2:")
        .hasMessageContaining("unknown key 'distanse_m'")
        .hasMessageContaining("distance_m");
  }

  @Test
  void refusesADoubledKey() {
    assertThatThrownBy(() -> StrictYaml.read("a.yaml", "name: x\nname: y\n", Sample.class))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("a.yaml:2:");
  }

  @Test
  void refusesAMissingRequiredValueAndAWrongType() {
    assertThatThrownBy(() -> StrictYaml.read("a.yaml", "distance_m: 1\n", Sample.class))
        .hasMessageContaining("'name' is required");
    assertThatThrownBy(() -> StrictYaml.read("a.yaml", "name: x\ndistance_m: far\n", Sample.class))
        .hasMessageContaining("a.yaml:2:");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> StrictYaml.read("a.yaml", "", Sample.class))
        .isInstanceOf(DefinitionException.class);
  }
}
