package cn.anlan.web.blackspot;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.blackspot.Screenings.Screened;
import cn.anlan.web.sheet.SheetAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Accident-prone stretches, the worst first, and what a treatment did to one. */
@RestController
class BlackspotsController {
  private static final int MOST = 1000;

  private final LiveSnapshots snapshots;
  private final Screenings screenings;

  BlackspotsController(LiveSnapshots snapshots, Screenings screenings) {
    this.snapshots = snapshots;
    this.screenings = screenings;
  }

  @GetMapping("/api/roads/blackspots")
  ResponseEntity<Object> blackspots(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request,
      HttpServletRequest http) {
    if (limit < 1 || limit > MOST) {
      throw new UserFault(
          "limit=" + limit + " 超出范围 (out of range)", "取 1 至 " + MOST + " (take 1 to " + MOST + ")");
    }
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, "" + f, generation, snapshots.scope())) {
      return null;
    }
    Screened screened = screenings.screen(generation, snapshots.scope(), asOf);
    BlackspotReport report =
        BlackspotReport.of(screened, generation.get("road_site"), snapshots.scope(), limit);
    return SheetAnswer.of(report, () -> BlackspotSheet.of(report), f, lang, http);
  }

  @GetMapping("/api/roads/blackspots/evaluation")
  Evaluation evaluation(
      @RequestParam String route,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate treatedOn,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(required = false) Double adtBefore,
      @RequestParam(required = false) Double adtAfter,
      ServletWebRequest request) {
    Evaluation.Question question =
        new Evaluation.Question(
            route, Stakes.parse(from), Stakes.parse(to), treatedOn, adtBefore, adtAfter);
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    return Evaluation.of(screenings.screen(generation, snapshots.scope(), asOf), question);
  }
}
