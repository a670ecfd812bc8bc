package cn.anlan.web.accidents;

import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.sheet.SheetAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Analyses of accidents as JSON and, with {@code f=html}, as a printable sheet. */
@RestController
class AccidentsController {
  private final AccidentAnalyses analyses;
  private final LiveSnapshots snapshots;

  AccidentsController(Database database, LiveSnapshots snapshots) {
    this.analyses = new AccidentAnalyses(database.catalog());
    this.snapshots = snapshots;
  }

  @GetMapping("/api/accidents/{analysis}")
  ResponseEntity<Object> analyse(
      @PathVariable String analysis,
      @RequestParam(required = false) String asOf,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String sector,
      @RequestParam(required = false) String scope,
      @RequestParam(required = false) String measure,
      @RequestParam(required = false) String unit,
      @RequestParam(defaultValue = "24") int months,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    if (!AccidentAnalyses.NAMES.contains(analysis)) {
      throw new NotFound(
          "没有这种分析 (no such analysis): " + analysis,
          "取 (take) " + String.join(", ", AccidentAnalyses.NAMES));
    }
    AccidentQuestion question =
        AccidentQuestion.of(asOf, from, level, sector, scope, measure, unit);
    Generation generation = snapshots.current();
    AccidentAnalyses.Result result =
        analyses.run(analysis, generation, snapshots.scope(), question, months);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    return SheetAnswer.of(result.answer(), result.sheet(), f, lang, request.getRequest());
  }
}
