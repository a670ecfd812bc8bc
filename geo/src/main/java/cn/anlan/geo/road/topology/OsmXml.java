package cn.anlan.geo.road.topology;

import cn.anlan.geo.road.topology.Topology.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes a network as OSM XML, for programs that read OpenStreetMap. The way with the id i is the
 * part i−1 of the topology ({@link WayTable} tells which piece that is); nodes are junctions first.
 * Coordinates have 7 decimals (1 cm); known heights stand in {@code ele}.
 */
public final class OsmXml {
  private static final String UTF_8 = "UTF-8";

  private final XMLStreamWriter xml;
  private final OsmClasses classes;

  private OsmXml(XMLStreamWriter xml, OsmClasses classes) {
    this.xml = xml;
    this.classes = classes;
  }

  /** Writes it with the shipped table of classes, over a file that is there. */
  public static void write(Topology topology, Path out) {
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8);
      new OsmXml(xml, OsmClasses.shipped()).write(topology);
      xml.close();
    } catch (IOException e) {
      throw new UncheckedIOException("writing the road network as OSM XML", e);
    } catch (XMLStreamException e) {
      throw new UncheckedIOException("writing the road network as OSM XML", new IOException(e));
    }
  }

  private void write(Topology topology) throws XMLStreamException {
    xml.writeStartDocument(UTF_8, "1.0");
    xml.writeStartElement("osm");
    xml.writeAttribute("version", "0.6");
    xml.writeAttribute("generator", "anlan");
    for (int j = 0; j < topology.junctions().size(); j++) {
      node(j + 1L, topology.junctions().get(j));
    }
    long next = topology.junctions().size() + 1L;
    for (Part part : topology.parts()) {
      for (int i = 1; i + 1 < part.line().length; i++) {
        node(next++, part.line()[i]);
      }
    }
    next = topology.junctions().size() + 1L;
    for (int p = 0; p < topology.parts().size(); p++) {
      Part part = topology.parts().get(p);
      way(p + 1L, topology.piece(part), part, next);
      next += part.line().length - 2;
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void node(long id, Coordinate at) throws XMLStreamException {
    boolean high = !Double.isNaN(at.getZ());
    if (high) {
      xml.writeStartElement("node");
    } else {
      xml.writeEmptyElement("node");
    }
    xml.writeAttribute("id", Long.toString(id));
    xml.writeAttribute("lat", decimals(at.y, 7));
    xml.writeAttribute("lon", decimals(at.x, 7));
    if (high) {
      tag("ele", decimals(at.getZ(), 2));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
  }

  private void way(long id, RoadPiece piece, Part part, long firstInner) throws XMLStreamException {
    xml.writeStartElement("way");
    xml.writeAttribute("id", Long.toString(id));
    nd(part.fromJunction() + 1L);
    for (int i = 0; i + 2 < part.line().length; i++) {
      nd(firstInner + i);
    }
    nd(part.toJunction() + 1L);
    tag("highway", classes.highway(piece.roadClass()));
    tag("ref", piece.routeNo());
    tag("oneway", piece.oneWay() ? "yes" : "no");
    if (piece.name() != null) {
      tag("name", piece.name());
    }
    if (piece.level() != 0) {
      tag("layer", Integer.toString(piece.level()));
    }
    if (piece.speedKmh() > 0) {
      tag("maxspeed", Long.toString(Math.round(piece.speedKmh())));
    }
    if (piece.lanes() > 0) {
      tag("lanes", Integer.toString(piece.lanes()));
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void nd(long id) throws XMLStreamException {
    xml.writeEmptyElement("nd");
    xml.writeAttribute("ref", Long.toString(id));
  }

  private void tag(String key, String value) throws XMLStreamException {
    xml.writeEmptyElement("tag");
    xml.writeAttribute("k", key);
    xml.writeAttribute("v", value);
  }

  private static String decimals(double value, int count) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
