package cn.anlan.geo.road.topology;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static cn.anlan.geo.road.topology.Pieces.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OsmXmlTest {
  private static final Topology NETWORK =
      Topology.of(
          List.of(
              piece("A", 0, 1, line(place(0, 0, 20), place(400, 0, 24.5), place(1000, 0, 30))),
              piece("B<&", "X1", 3, 2.5, true, 0, line(600, 0, 600, -250, 500, -500)),
              piece("C", "G60", 0, 1, false, 1, line(800, -300, 800, 300))));

  @TempDir private Path directory;

  @Test
  void waysLeadAlongTheirNodesFromJunctionToJunction() throws Exception {
    Path file = directory.resolve("roads.osm");
    OsmXml.write(NETWORK, file);
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    Map<String, Element> nodes = new HashMap<>();
    elements(xml.getDocumentElement(), "node").forEach(n -> nodes.put(n.getAttribute("id"), n));
    List<Element> ways = elements(xml.getDocumentElement(), "way");

    assertThat(ways).hasSize(4);
    List<Element> first = elements(ways.get(0), "nd");
    List<Element> second = elements(ways.get(1), "nd");
    List<Element> joining = elements(ways.get(2), "nd");
    assertThat(first.get(first.size() - 1).getAttribute("ref"))
        .isEqualTo(second.get(0).getAttribute("ref"))
        .isEqualTo(joining.get(0).getAttribute("ref"));
    Element inner = nodes.get(joining.get(1).getAttribute("ref"));
    assertThat(Double.parseDouble(inner.getAttribute("lon")))
        .isCloseTo(place(600, -250).x, within(6e-8));
    assertThat(Double.parseDouble(inner.getAttribute("lat")))
        .isCloseTo(place(600, -250).y, within(6e-8));
    assertThat(tags(nodes.get(first.get(1).getAttribute("ref")))).containsEntry("ele", "24.50");
    assertThat(tags(inner)).isEmpty();
  }

  @Test
  void tagsSayWhatRoutingAsksFor() throws Exception {
    Path file = directory.resolve("roads.osm");
    OsmXml.write(NETWORK, file);
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    List<Element> ways = elements(xml.getDocumentElement(), "way");
    assertThat(tags(ways.get(0)))
        .containsEntry("highway", "primary")
        .containsEntry("ref", "G105")
        .containsEntry("oneway", "no")
        .containsEntry("maxspeed", "60")
        .containsEntry("lanes", "2")
        .doesNotContainKey("layer");
    assertThat(tags(ways.get(2))).containsEntry("oneway", "yes").containsEntry("ref", "X1");
    assertThat(tags(ways.get(3))).containsEntry("layer", "1");
  }

  @Test
  void theTableOfWaysComesBackAsItWasWritten() {
    Path file = directory.resolve("ways.json");
    WayTable table = WayTable.of(NETWORK);
    table.write(file);
    assertThat(WayTable.read(file)).isEqualTo(table);
    WayTable.Way against = table.get(3);
    assertThat(against.code()).isEqualTo("B<&");
    assertThat(against.fromStakeKm()).isEqualTo(3);
    assertThat(against.toStakeKm()).isCloseTo(2.5, within(1e-9));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList list = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < list.getLength(); i++) {
      elements.add((Element) list.item(i));
    }
    return elements;
  }

  private static Map<String, String> tags(Element element) {
    Map<String, String> tags = new HashMap<>();
    elements(element, "tag").forEach(t -> tags.put(t.getAttribute("k"), t.getAttribute("v")));
    return tags;
  }
}
