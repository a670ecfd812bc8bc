package cn.anlan.web.qgis;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.geo.snapshot.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A QGIS project (3.22 and later) with every layer that a scope may see: in groups by theme, titled
 * in Chinese, fields with their headings, codes with their names, symbols by the catalogue. It
 * holds no rows and no password.
 */
public final class QgisProject {
  /** How a project in one file is called and sent. */
  public static final String FILE = "anlan.qgz";

  private static final String VERSION = "3.22.0";

  /** QGIS gives a layer another id where the written one has no more than ten characters. */
  private static final String ID = "anlan_layer_";

  private static final String CGCS2000 = "EPSG:4490";
  private static final String GROUPS = "layer_group";
  private static final String TITLE = "安澜：省级安全生产风险一张图";

  /** In which QGIS Server offers maps and features. */
  private static final List<String> SERVED_CRS =
      List.of(CGCS2000, "EPSG:4326", "EPSG:3857", "EPSG:4547", "EPSG:4548");

  /** QGIS reads the system of a project from nothing shorter. */
  private static final String WKT =
      "GEOGCRS[\"China Geodetic Coordinate System 2000\",DATUM[\"China 2000\","
          + "ELLIPSOID[\"CGCS2000\",6378137,298.257222101,LENGTHUNIT[\"metre\",1]]],"
          + "PRIMEM[\"Greenwich\",0,ANGLEUNIT[\"degree\",0.0174532925199433]],CS[ellipsoidal,2],"
          + "AXIS[\"geodetic latitude (Lat)\",north,ORDER[1],ANGLEUNIT[\"degree\",0.0174532925199433]],"
          + "AXIS[\"geodetic longitude (Lon)\",east,ORDER[2],ANGLEUNIT[\"degree\",0.0174532925199433]],"
          + "ID[\"EPSG\",4490]]";

  /** Layers that are shown when the project is opened; the others wait for a tick. */
  private static final Set<String> SHOWN = Set.of("region", "water_body");

  /** The province, in degrees: what the map shows at first. */
  private static final String[] EXTENT = {"113.4", "24.4", "118.6", "30.2"};

  private record Shown(Layer layer, GeometryKind kind, String name, String title) {
    String id() {
      return ID + name;
    }
  }

  private final Catalog catalog;
  private final Scope scope;
  private final LayerSource source;
  private final Xml xml = new Xml();

  public QgisProject(Catalog catalog, Scope scope, LayerSource source) {
    this.catalog = catalog;
    this.scope = scope;
    this.source = source;
  }

  /** The project in its zipped form, {@code .qgz}. */
  public byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("anlan.qgs"));
      zip.write(document().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("zipping the QGIS project", e);
    }
    return bytes.toByteArray();
  }

  /** The project as XML, {@code .qgs}. */
  String document() {
    List<Shown> layers =
        catalog.layers().stream()
            .filter(layer -> scope.allows(layer.disclosure()))
            .flatMap(this::shown)
            .toList();
    xml.open("qgis", "projectname", "安澜 Anlan", "version", VERSION);
    xml.text("title", TITLE);
    xml.open("projectCrs");
    crs(CGCS2000);
    xml.close();
    properties(layers);
    tree(layers);
    canvas();
    xml.open("projectlayers");
    layers.forEach(this::layer);
    xml.close();
    xml.open("layerorder");
    layers.forEach(shown -> xml.empty("layer", "id", shown.id()));
    return xml.close()
        .close()
        .document("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
  }

  /** With what QGIS Server needs to offer every layer by WFS, WMS and WMTS. */
  private void properties(List<Shown> layers) {
    xml.open("properties");
    xml.open("SpatialRefSys").text("ProjectionsEnabled", "1", "type", "int").close();
    xml.text("WMSServiceCapabilities", "true", "type", "bool");
    xml.text("WMSServiceTitle", TITLE, "type", "QString");
    xml.open("WMSCrsList", "type", "QStringList");
    for (String crs : SERVED_CRS) {
      xml.text("value", crs);
    }
    xml.close().open("WFSLayers", "type", "QStringList");
    layers.forEach(shown -> xml.text("value", shown.id()));
    xml.close().open("WMTSLayers").text("Project", "true", "type", "bool").close().close();
  }

  /** A layer of any geometry becomes one for each kind, where the source cannot mix them. */
  private Stream<Shown> shown(Layer layer) {
    if (layer.geometry() != GeometryKind.ANY || source.mixesGeometry()) {
      return Stream.of(new Shown(layer, layer.geometry(), layer.id(), layer.title().zh()));
    }
    return Stream.of(
        new Shown(layer, GeometryKind.POINT, layer.id() + "_point", layer.title().zh() + "（点）"),
        new Shown(layer, GeometryKind.LINE, layer.id() + "_line", layer.title().zh() + "（线）"),
        new Shown(
            layer, GeometryKind.POLYGON, layer.id() + "_polygon", layer.title().zh() + "（面）"));
  }

  private void tree(List<Shown> layers) {
    Map<String, String> titles = new LinkedHashMap<>();
    catalog.getCodes(GROUPS).codes().forEach(c -> titles.put(c.value(), c.title().zh()));
    xml.open("layer-tree-group");
    for (Map.Entry<String, String> group : titles.entrySet()) {
      List<Shown> members =
          layers.stream().filter(shown -> shown.layer.group().equals(group.getKey())).toList();
      if (members.isEmpty()) {
        continue;
      }
      xml.open(
          "layer-tree-group", "name", group.getValue(), "checked", "Qt::Checked", "expanded", "0");
      for (Shown shown : members) {
        xml.empty(
            "layer-tree-layer",
            "id",
            shown.id(),
            "name",
            shown.title,
            "source",
            source.of(shown.layer, shown.kind),
            "providerKey",
            source.provider(),
            "checked",
            SHOWN.contains(shown.name) ? "Qt::Checked" : "Qt::Unchecked",
            "expanded",
            "0");
      }
      xml.close();
    }
    xml.close();
  }

  private void canvas() {
    xml.open("mapcanvas", "name", "theMapCanvas", "annotationsVisible", "1");
    xml.text("units", "degrees");
    extent();
    xml.text("rotation", "0");
    xml.open("destinationsrs");
    crs(CGCS2000);
    xml.close().close();
  }

  private void extent() {
    xml.open("extent")
        .text("xmin", EXTENT[0])
        .text("ymin", EXTENT[1])
        .text("xmax", EXTENT[2])
        .text("ymax", EXTENT[3])
        .close();
  }

  private void layer(Shown shown) {
    Layer layer = shown.layer;
    xml.open(
        "maplayer",
        "type",
        "vector",
        "geometry",
        geometry(shown.kind),
        "hasScaleBasedVisibilityFlag",
        "0",
        "labelsEnabled",
        "0",
        "autoRefreshEnabled",
        "0");
    xml.text("id", shown.id());
    xml.text("datasource", source.of(layer, shown.kind));
    xml.text("layername", shown.title);
    xml.text("shortname", shown.name);
    xml.text("title", shown.title);
    xml.text("abstract", layer.description().zh());
    xml.open("srs");
    crs(source.crs());
    xml.close();
    xml.text("provider", source.provider(), "encoding", "UTF-8");
    fields(layer);
    if (layer.hasGeometry()) {
      new Symbols(catalog, xml).write(layer, shown.kind);
    }
    xml.close();
  }

  private void fields(Layer layer) {
    xml.open("fieldConfiguration");
    for (Field field : layer.fields()) {
      if (field.codes() != null) {
        xml.open("field", "name", field.name()).open("editWidget", "type", "ValueMap");
        xml.open("config").open("Option", "type", "Map");
        xml.open("Option", "name", "map", "type", "List");
        for (Code code : catalog.getCodes(field.codes()).codes()) {
          xml.open("Option", "type", "Map")
              .empty("Option", "name", code.title().zh(), "type", "QString", "value", code.value())
              .close();
        }
        xml.close().close().close().close().close();
      }
    }
    xml.close().open("aliases");
    alias(StandardColumn.CODE.column(), StandardColumn.CODE.title().zh());
    layer.fields().forEach(field -> alias(field.name(), heading(field)));
    xml.close();
  }

  private void alias(String field, String heading) {
    xml.empty("alias", "field", field, "name", heading);
  }

  private static String heading(Field field) {
    return field.title().zh() + (field.unit() == null ? "" : "（" + field.unit() + "）");
  }

  private void crs(String authId) {
    xml.open("spatialrefsys");
    if (authId.equals(CGCS2000)) {
      xml.text("wkt", WKT);
    }
    xml.text("authid", authId).close();
  }

  private static String geometry(GeometryKind kind) {
    return switch (kind) {
      case POINT -> "Point";
      case LINE, LINE_Z -> "Line";
      case POLYGON -> "Polygon";
      case ANY -> "Unknown geometry";
      case NONE -> "No geometry";
    };
  }
}
