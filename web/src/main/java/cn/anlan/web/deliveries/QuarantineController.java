package cn.anlan.web.deliveries;

import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.delivery.QuarantinedRow;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.answer.GeometryNode;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Rows that wait for correction. */
@RestController
class QuarantineController {
  private static final int MAX_PAGE = 1_000;

  /**
   * A row that waits.
   *
   * @param sourceGeometry GeoJSON in the file's own coordinates; may be invalid
   */
  record Row(
      long id,
      long deliveryId,
      String layer,
      long row,
      String code,
      Map<String, Object> original,
      JsonNode sourceGeometry,
      List<QuarantinedRow.Fault> issues) {}

  /** Rows that will not be corrected, why, and which post says so. */
  record Discard(List<Long> ids, String reason, String signedBy) {}

  record Discarded(int discarded) {}

  private final Quarantine quarantine;

  QuarantineController(Database database) {
    this.quarantine = new Quarantine(database);
  }

  @GetMapping("/api/quarantine")
  List<Row> list(
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) Long delivery,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new UserFault("limit=" + limit + " 不可用 (not usable)", "取 1 至 " + MAX_PAGE);
    }
    return quarantine.waiting(layer, delivery, after, limit).stream()
        .map(
            r ->
                new Row(
                    r.id(),
                    r.deliveryId(),
                    r.layer(),
                    r.row(),
                    r.code(),
                    r.original(),
                    GeometryNode.of(r.sourceGeom()),
                    r.issues()))
        .toList();
  }

  @PostMapping("/api/quarantine/discard")
  Discarded discard(@RequestBody Discard body) {
    if (body.ids() == null
        || body.ids().isEmpty()
        || blank(body.signedBy())
        || blank(body.reason())) {
      throw new UserFault(
          "缺少 ids、reason 或 signedBy (ids, reason and signedBy are needed)",
          "写明行的编号、理由和岗位,不写人名 (ids, why, and a post; no names)");
    }
    return new Discarded(quarantine.discard(body.ids(), body.reason() + "；" + body.signedBy()));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
