package cn.anlan.data.source.kml;

import cn.anlan.data.source.file.GeometryTree.BadGeometry;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.data.xml.SafeXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** One placemark of a KML file. */
final class KmlPlacemark {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Object> own = new LinkedHashMap<>();
  private Geometry geometry;

  private KmlPlacemark() {}

  /**
   * Reads the placemark that begins here to its end.
   *
   * @param folders the names of those around it, empty where one has none
   */
  static SourceRow read(SafeXml xml, long number, List<String> folders) {
    KmlPlacemark placemark = new KmlPlacemark();
    String id = xml.attribute("id");
    while (xml.next() && !xml.isEnd("Placemark")) {
      placemark.member(xml);
    }
    if (id != null) {
      placemark.own.put("id", id);
    }
    placemark.own.put(
        "folder", String.join("/", folders.stream().filter(f -> !f.isEmpty()).toList()));
    // What the file's maker declared counts before what KML has for all.
    placemark.own.forEach(placemark.values::putIfAbsent);
    return new SourceRow(number, placemark.values, placemark.geometry, placemark.problems);
  }

  private void member(SafeXml xml) {
    switch (xml.element()) {
      case "name", "description" -> own.put(xml.element(), xml.text());
      case "ExtendedData" -> extended(xml);
      case "Point",
          "LineString",
          "LinearRing",
          "Polygon",
          "MultiGeometry",
          "Track",
          "MultiTrack",
          "Model" -> {
        try {
          geometry = KmlGeometry.read(xml);
        } catch (BadGeometry e) {
          problems.add(new Problem("geom", null, e.getMessage(), "在源系统中修复图形"));
        }
      }
      default -> xml.skip();
    }
  }

  /** {@code Data} of a name and value, and the {@code SimpleData} of a schema. */
  private void extended(SafeXml xml) {
    String data = null;
    while (xml.next() && !xml.isEnd("ExtendedData")) {
      if (xml.isStart("Data")) {
        data = xml.attribute("name");
      } else if (xml.isStart("value") && data != null) {
        values.put(data, xml.text());
      } else if (xml.isStart("SimpleData")) {
        String field = xml.attribute("name");
        String value = xml.text();
        if (field != null) {
          values.put(field, value);
        }
      } else if (xml.isStart() && !xml.isStart("SchemaData")) {
        xml.skip();
      }
    }
  }
}
