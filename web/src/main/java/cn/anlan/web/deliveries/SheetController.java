package cn.anlan.web.deliveries;

import cn.anlan.data.delivery.Deliveries;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import cn.anlan.web.problem.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of a delivery or a draft to print. */
@RestController
class SheetController {
  private final Database database;
  private final Drafts drafts;

  SheetController(Database database, Drafts drafts) {
    this.database = database;
    this.drafts = drafts;
  }

  @GetMapping(value = "/delivery", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String sheet(
      @RequestParam(required = false) Long id,
      @RequestParam(required = false) String draft,
      @RequestParam(required = false) String lang) {
    Language language = Language.of(lang);
    String other = "&lang=" + language.other().code();
    if (id != null) {
      return new Deliveries(database)
          .find(id)
          .map(d -> StoredReport.sheet(database, d, language).document("delivery?id=" + id + other))
          .orElseThrow(
              () -> new NotFound("没有批次 " + id + " (no such delivery)", "GET /api/deliveries 列出"));
    }
    if (draft == null) {
      throw new UserFault("缺少 id 或 draft (give id or draft)", "写作 /delivery?id=…");
    }
    ImportReport report = drafts.get(draft).report();
    if (report == null) {
      throw new NotFound("还没有报告 (no report yet)", "检查完再看 (look when it has been checked)");
    }
    return new DeliverySheet(language, report, report.shapes(), RegionOutlines.read(database))
        .document("delivery?draft=" + draft + other);
  }
}
