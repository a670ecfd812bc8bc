package cn.anlan.web.qgis;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.ConnectionInfo;

/** Where QGIS takes the rows of the layers from. */
public sealed interface LayerSource {
  /** The name of QGIS's provider. */
  String provider();

  /**
   * What the provider reads of a layer.
   *
   * @param kind the geometry wanted, where the layer's is of any kind
   */
  String of(Layer layer, GeometryKind kind);

  /** Whether one QGIS layer may hold geometry of several kinds. */
  boolean mixesGeometry();

  /** The authority's name of the coordinate system in which geometry arrives. */
  String crs();

  /**
   * The running service, by OGC API – Features. Only what the map shows is fetched, page by page.
   *
   * @param address of the service, as {@code http://127.0.0.1:8080}
   */
  record Service(String address) implements LayerSource {
    @Override
    public String provider() {
      return "OAPIF";
    }

    @Override
    public String of(Layer layer, GeometryKind kind) {
      return " pagingEnabled='true' pageSize='1000' restrictToRequestBBOX='1' srsname='OGC:CRS84'"
          + " typename='"
          + layer.id()
          + "' url='"
          + address
          + "/ogc'";
    }

    @Override
    public boolean mixesGeometry() {
      return true;
    }

    @Override
    public String crs() {
      return "OGC:CRS84";
    }
  }

  /**
   * The database itself, by the login that only reads. The password is not in the project: QGIS
   * asks for it.
   */
  record Postgis(ConnectionInfo login) implements LayerSource {
    @Override
    public String provider() {
      return "postgres";
    }

    @Override
    public String of(Layer layer, GeometryKind kind) {
      String connection =
          "dbname='%s' host=%s port=%d user='%s' sslmode=prefer key='id' estimatedmetadata=true"
              .formatted(login.database(), login.host(), login.port(), login.user());
      String table = " table=\"layer\".\"" + layer.id() + "\"";
      if (!layer.hasGeometry()) {
        return connection + table;
      }
      return connection + " srid=4490 type=" + kind.sqlType() + table + " (geom)";
    }

    @Override
    public boolean mixesGeometry() {
      return false;
    }

    @Override
    public String crs() {
      return "EPSG:4490";
    }
  }
}
