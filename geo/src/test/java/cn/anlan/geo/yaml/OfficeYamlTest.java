package cn.anlan.geo.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.road.reach.ReachModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeYamlTest {
  @TempDir Path conf;

  @Test
  void theOfficesFileStandsInPlaceOfOursAsAWhole() throws IOException {
    assertThat(ReachModel.load(conf)).isEqualTo(ReachModel.shipped());
    String ours = OfficeYaml.shippedText("road/reach.yaml", ReachModel.class);
    put("road/reach.yaml", ours.replaceFirst("version: \\d+", "version: 77"));
    assertThat(ReachModel.load(conf).version()).isEqualTo(77);
    assertThat(ReachModel.shipped().version()).isNotEqualTo(77);
  }

  @Test
  void aFaultInTheOfficesFileIsNamedWithItsLineAndNothingOfOursIsTakenInstead() throws IOException {
    String ours = OfficeYaml.shippedText("road/reach.yaml", ReachModel.class);
    put("road/reach.yaml", ours.replaceFirst("off_road_kmh: [0-9.]+", "off_road_kmh: good"));
    assertThatThrownBy(() -> ReachModel.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("conf/road/reach.yaml:")
        .hasMessageContaining("good");
  }

  private void put(String file, String text) throws IOException {
    Path own = conf.resolve(file);
    Files.createDirectories(own.getParent());
    Files.writeString(own, text);
  }
}
