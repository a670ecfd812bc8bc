package cn.anlan.web.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalFileTest {
  @TempDir Path folder;

  @Test
  void bothSpellingsOfAPropertyAreUnderstood() throws IOException {
    for (String properties :
        new String[] {
          "\"projectType\":\"new\",\"approvalDate\":\"2022-01-02\",\"sigmaM\":3,\"hazardousProducer\":false",
          "\"project_type\":\"new\",\"approval_date\":\"2022-01-02\",\"sigma_m\":3,\"hazardous_producer\":false"
        }) {
      Proposal proposal = read("", properties, Optional.empty()).get(0);
      assertThat(proposal.projectType()).isEqualTo("new");
      assertThat(proposal.approvalDate()).hasToString("2022-01-02");
      assertThat(proposal.sigmaM()).isEqualTo(3.0);
      assertThat(proposal.attributes()).containsEntry("hazardous_producer", false);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sigmaM\":\"30\"",
        "\"sigmaM\":-3",
        "\"hazardousProducer\":\"false\"",
        "\"projectType\":[\"new\"]",
        "\"approvalDate\":\"2022-13-40\""
      })
  void aPropertyOfAnotherTypeIsRefusedAndNotPassedOver(String properties) {
    assertThatThrownBy(() -> read("", properties, Optional.empty()))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4610\"}},",
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4214\"}},",
        "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4490}},",
        "\"crs\":null,"
      })
  void aDeclaredDatumIsNeverPassedOver(String crs) {
    assertThatThrownBy(() -> read(crs, "\"projectType\":\"new\"", Optional.empty()))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void aContradictionBetweenFileAndOptionIsRefused() {
    String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}},";
    assertThatThrownBy(
            () ->
                read(crs, "\"projectType\":\"new\"", Optional.of(CoordinateSystem.parse("GCJ-02"))))
        .hasMessageContaining("GCJ-02");
  }

  private List<Proposal> read(String crs, String properties, Optional<CoordinateSystem> given)
      throws IOException {
    Path file = folder.resolve("sites.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\","
            + crs
            + "\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"A\","
            + properties
            + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[115.9,28.7]}}]}");
    return ProposalFile.read(file, given);
  }
}
