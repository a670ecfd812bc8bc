package cn.anlan.web.evidence;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.print.Language;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of one finding: for programs and to print. */
@RestController
class EvidenceController {
  private final Dossier dossier;
  private final LiveSnapshots snapshots;
  private final Catalog catalog;

  EvidenceController(Dossier dossier, LiveSnapshots snapshots, Database database) {
    this.dossier = dossier;
    this.snapshots = snapshots;
    this.catalog = database.catalog();
  }

  @GetMapping("/api/evidence")
  Evidence evidence(
      @RequestParam String rule,
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String code,
      @RequestParam(required = false) String question,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate asOf) {
    Generation generation = snapshots.current();
    if (question != null) {
      return dossier.proposed(generation, question, rule, layer);
    }
    if (layer == null || code == null) {
      throw new UserFault(
          "缺少 layer 和 code，或 question (give layer and code, or question)",
          "写作 /api/evidence?rule=R01&layer=chemical_project&code=…");
    }
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    return dossier.stored(generation, snapshots.scope(), rule, layer, code, day);
  }

  @GetMapping(value = "/evidence", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String sheet(
      @RequestParam String rule,
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String code,
      @RequestParam(required = false) String question,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(required = false) String lang) {
    Language language = Language.of(lang);
    Evidence evidence = evidence(rule, layer, code, question, asOf);
    return new EvidenceSheet(language, evidence, question, catalog).document();
  }
}
