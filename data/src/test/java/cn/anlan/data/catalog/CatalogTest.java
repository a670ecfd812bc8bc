package cn.anlan.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final String PORT =
      """
      id: port
      title: {zh: 码头, en: Port}
      description: {zh: 港口码头, en: Ports and wharves}
      geometry: point
      disclosure: internal
      accuracy: optional
      within_province: true
      style: {color: "#336699"}
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}, required: true}
      """;

  @TempDir Path conf;

  @Test
  void ourOwnLayersAreAllListedAndSound() throws IOException {
    Catalog catalog = Catalog.load(null);
    assertThat(catalog.layers())
        .extracting(Layer::id)
        .contains(
            "region", "water_body", "shoreline", "enterprise", "chemical_project", "risk_point");
    assertThat(catalog.layers()).hasSize(yamlFiles("catalog/layers"));
    assertThat(catalog.codeLists()).hasSize(yamlFiles("catalog/codes"));
  }

  @Test
  void aReferencedLayerComesFirst() {
    List<String> ids =
        new ArrayList<>(Catalog.load(null).layers().stream().map(Layer::id).toList());
    assertThat(ids.indexOf("water_body")).isLessThan(ids.indexOf("shoreline"));
    assertThat(ids.indexOf("enterprise")).isLessThan(ids.indexOf("chemical_project"));
  }

  @Test
  void aLayerIsAddedByAFileAlone() throws IOException {
    write("layers/port.yaml", PORT);
    assertThat(Catalog.load(conf).getLayer("port").title().zh()).isEqualTo("码头");
  }

  @Test
  void anUnknownLayerNamesTheNearestOne() {
    assertThatThrownBy(() -> Catalog.load(null).getLayer("risk_points"))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.remedy()).contains("did you mean) risk_point?"));
  }

  @Test
  void aWrongFileIsRefusedWithItsPlace() throws IOException {
    write("layers/port.yaml", PORT.replace("required: true", "requird: true"));
    assertThatThrownBy(() -> Catalog.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("conf/catalog/layers/port.yaml:10:");
  }

  @Test
  void aFieldMayNotUseAStandardColumnNorAnUnknownCodeListNorAnUnknownLayer() throws IOException {
    write("layers/port.yaml", PORT.replace("name: name", "name: data_version"));
    assertThatThrownBy(() -> Catalog.load(conf)).hasMessageContaining("data_version");
    write("layers/port.yaml", PORT.replace("type: text", "type: code, codes: nothing"));
    assertThatThrownBy(() -> Catalog.load(conf)).hasMessageContaining("no code list 'nothing'");
    write("layers/port.yaml", PORT.replace("required: true", "references: sea.code"));
    assertThatThrownBy(() -> Catalog.load(conf)).hasMessageContaining("known layer");
  }

  @Test
  void aCodeIsFoundByValueOrByEitherTitle() {
    CodeList levels = Catalog.load(null).getCodes("risk_level");
    assertThat(levels.match("1")).isEqualTo(levels.match("重大风险（红）")).isPresent();
    assertThat(levels.match("5")).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = conf.resolve("catalog").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static int yamlFiles(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources", folder))) {
      return (int) files.filter(p -> p.toString().endsWith(".yaml")).count();
    }
  }
}
