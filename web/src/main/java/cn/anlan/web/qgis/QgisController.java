package cn.anlan.web.qgis;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPart;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The QGIS project over HTTP; its layers are read from the address by which it was asked for. */
@RestController
class QgisController implements OgcPart {
  /** A zip, as QGIS's own suffix says. */
  private static final MediaType QGZ = MediaType.parseMediaType("application/x-qgis-project");

  private final Catalog catalog;
  private final LiveSnapshots snapshots;

  QgisController(Database database, LiveSnapshots snapshots) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
  }

  @Override
  public List<OgcLink> landingLinks(String base) {
    return List.of(
        OgcLink.of(base + "/qgis-project", "related", QGZ.toString(), "QGIS 工程：全部图层与样式"));
  }

  @GetMapping("/ogc/qgis-project")
  ResponseEntity<byte[]> project() {
    String address = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    byte[] project =
        new QgisProject(catalog, snapshots.scope(), new LayerSource.Service(address)).zipped();
    return ResponseEntity.ok()
        .contentType(QGZ)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(QgisProject.FILE).build().toString())
        .body(project);
  }
}
