package cn.anlan.web.qgis;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.ConnectionInfo;
import cn.anlan.geo.snapshot.Scope;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class QgisProjectTest {
  private static final Catalog CATALOG = Catalog.load(null);
  private static final Scope SCOPE = Scope.wholeProvince("tests");
  private static final ConnectionInfo LOGIN =
      new ConnectionInfo(
          "jdbc:postgresql://127.0.0.1:5499/anlan",
          "127.0.0.1",
          5499,
          "anlan",
          "anlan_reader",
          "s3cret");

  @Test
  void everyLayerIsThereWithChineseTitleInItsGroup() throws Exception {
    Document project = project(new LayerSource.Service("http://127.0.0.1:8080"));
    Map<String, Element> made = layers(project);
    for (Layer layer : CATALOG.layers()) {
      Element here = made.get(layer.id());
      assertThat(text(here, "layername")).isEqualTo(layer.title().zh());
      assertThat(text(here, "datasource"))
          .contains("typename='" + layer.id() + "'", "url='http://127.0.0.1:8080/ogc'");
      NodeList aliases = here.getElementsByTagName("alias");
      assertThat(aliases.getLength()).as(layer.id()).isEqualTo(layer.fields().size() + 1);
      for (int i = 0; i < layer.fields().size(); i++) {
        Element alias = (Element) aliases.item(i + 1);
        assertThat(alias.getAttribute("field")).isEqualTo(layer.fields().get(i).name());
        assertThat(alias.getAttribute("name")).startsWith(layer.fields().get(i).title().zh());
      }
    }
    assertThat(all(project, "//layer-tree-layer/../@name"))
        .isNotEmpty()
        .allSatisfy(group -> assertThat(group).containsPattern("\\p{IsHan}"));
    assertThat(all(project, "//layer-tree-layer/@id")).hasSameSizeAs(CATALOG.layers());
    assertThat(all(project, "//maplayer")).hasSameSizeAs(CATALOG.layers());
  }

  @Test
  void aLayerIsDrawnInTheColoursOfItsCodes() throws Exception {
    Document project = project(new LayerSource.Service("http://127.0.0.1:8080"));
    String renderer = "//maplayer[shortname='risk_point']/renderer-v2";
    assertThat(one(project, renderer + "/@attr")).isEqualTo("level");
    String symbol = one(project, renderer + "/categories/category[@value='1']/@symbol");
    String color =
        one(project, renderer + "/symbols/symbol[@name='" + symbol + "']//prop[@k='color']/@v");
    String hex = CATALOG.getCodes("risk_level").codes().get(0).color();
    assertThat(color)
        .isEqualTo(
            Integer.parseInt(hex.substring(1, 3), 16)
                + ","
                + Integer.parseInt(hex.substring(3, 5), 16)
                + ","
                + Integer.parseInt(hex.substring(5, 7), 16)
                + ",255");
  }

  @Test
  void onTheDatabaseALayerOfAnyGeometryIsThreeAndNoPasswordIsWritten() throws Exception {
    QgisProject made = new QgisProject(CATALOG, SCOPE, new LayerSource.Postgis(LOGIN));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(made.zipped()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("anlan.qgs");
      String xml = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(xml).contains("user='anlan_reader'").doesNotContain("s3cret", "password");
    }
    Document project = project(new LayerSource.Postgis(LOGIN));
    Map<String, Element> parts = layers(project);
    for (Layer layer : CATALOG.layers()) {
      if (layer.geometry() == GeometryKind.ANY) {
        assertThat(text(parts.get(layer.id() + "_line"), "datasource"))
            .contains("type=MultiLineString");
        assertThat(parts).containsKeys(layer.id() + "_point", layer.id() + "_polygon");
      } else {
        assertThat(parts).containsKey(layer.id());
      }
    }
  }

  private static Map<String, Element> layers(Document project) {
    NodeList nodes = project.getElementsByTagName("maplayer");
    Map<String, Element> layers = new HashMap<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element layer = (Element) nodes.item(i);
      assertThat(text(layer, "id")).as("QGIS keeps ids of more than ten").hasSizeGreaterThan(10);
      layers.put(text(layer, "shortname"), layer);
    }
    return layers;
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent();
  }

  private static Document project(LayerSource source) throws Exception {
    String xml = new QgisProject(CATALOG, SCOPE, source).document();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String one(Document project, String path) {
    List<String> found = all(project, path);
    assertThat(found).as(path).hasSize(1);
    return found.get(0);
  }

  private static List<String> all(Document project, String path) {
    try {
      XPath xpath = XPathFactory.newInstance().newXPath();
      NodeList nodes = (NodeList) xpath.evaluate(path, project, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
      return texts;
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
