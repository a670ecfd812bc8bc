package cn.anlan.web.ledger;

import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.accidents.AccidentQuestion;
import cn.anlan.web.sheet.SheetAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Rates of the ledgers, the rows behind them, and screens; {@code f=html} prints. */
@RestController
class LedgerController {
  private final LedgerAnalyses analyses = new LedgerAnalyses();
  private final LiveSnapshots snapshots;

  LedgerController(LiveSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping("/api/ledger/rates")
  ResponseEntity<Object> rates(
      @RequestParam(required = false) String asOf,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    UnitLevel at = AccidentQuestion.level(level);
    LocalDate day = AccidentQuestion.day("asOf", asOf);
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    LedgerAnalyses.Result result = analyses.rates(generation, snapshots.scope(), at, day);
    return SheetAnswer.of(result.answer(), result.sheet(), f, lang, request.getRequest());
  }

  @GetMapping({"/api/ledger/screens", "/api/accidents/screens"})
  ResponseEntity<Object> screens(
      @RequestParam(required = false) String asOf,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    LocalDate day = AccidentQuestion.day("asOf", asOf);
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    LedgerAnalyses.Result result = analyses.screens(generation, snapshots.scope(), day);
    return SheetAnswer.of(result.answer(), result.sheet(), f, lang, request.getRequest());
  }

  @GetMapping("/api/ledger/lineage")
  Lineage.Answer lineage(
      @RequestParam String unit,
      @RequestParam String figure,
      @RequestParam(required = false) String grade,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String asOf,
      @RequestParam(defaultValue = "1000") int limit) {
    return analyses.lineage(
        snapshots.current(),
        snapshots.scope(),
        AccidentQuestion.level(level),
        unit,
        figure,
        grade,
        AccidentQuestion.day("asOf", asOf),
        limit);
  }
}
