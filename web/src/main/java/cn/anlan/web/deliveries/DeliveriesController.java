package cn.anlan.web.deliveries;

import cn.anlan.data.delivery.Deliveries;
import cn.anlan.data.delivery.RollbackReport;
import cn.anlan.data.delivery.StoredDelivery;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.problem.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries that were committed. */
@RestController
class DeliveriesController {
  private static final int MAX_PAGE = 500;

  /** Why a delivery is taken back, and which post says so. */
  record Undoing(String reason, String signedBy) {}

  private final Deliveries deliveries;

  DeliveriesController(Database database) {
    this.deliveries = new Deliveries(database);
  }

  @GetMapping("/api/deliveries")
  List<DeliveryAnswer> list(
      @RequestParam(required = false) String layer,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new UserFault("limit=" + limit + " 不可用 (not usable)", "取 1 至 " + MAX_PAGE);
    }
    return deliveries.list(layer, before, limit).stream().map(DeliveryAnswer::of).toList();
  }

  /** With its report. */
  @GetMapping("/api/deliveries/{id}")
  StoredDelivery get(@PathVariable long id) {
    return found(id);
  }

  /** The rows that wait for correction, in their original form. */
  @GetMapping("/api/deliveries/{id}/rejected")
  void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
    StoredDelivery delivery = found(id);
    if (delivery.awaiting() == 0) {
      throw new NotFound(
          "批次 " + id + " 没有待更正的行 (no row of it waits for correction)", "无需更正 (nothing to do)");
    }
    String extension = delivery.originalForm().extension();
    response.setContentType(
        extension.equals("csv") ? "text/csv;charset=UTF-8" : "application/geo+json");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + delivery.layer() + "-" + id + "-rejected." + extension + "\"");
    deliveries.writeRejected(id, response.getOutputStream());
  }

  /** Takes back a whole delivery; with {@code dryRun=true} only says what that would do. */
  @PostMapping("/api/deliveries/{id}/rollback")
  RollbackReport rollback(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody Undoing body) {
    found(id);
    if (body.signedBy() == null || body.signedBy().isBlank()) {
      throw new UserFault("缺少 signedBy (which post takes it back)", "写明岗位,不写人名 (a post, no names)");
    }
    return deliveries.rollback(id, body.signedBy(), body.reason(), dryRun);
  }

  private StoredDelivery found(long id) {
    return deliveries
        .find(id)
        .orElseThrow(
            () -> new NotFound("没有批次 " + id + " (no such delivery)", "GET /api/deliveries 列出"));
  }
}
