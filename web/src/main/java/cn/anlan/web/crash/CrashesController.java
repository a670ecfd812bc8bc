package cn.anlan.web.crash;

import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.crash.MatchReport.Status;
import cn.anlan.web.sheet.SheetAnswer;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code /api/roads/accidents}: where road accidents are on the roads, and which of them wait. */
@RestController
class CrashesController {
  private static final int MOST = 1000;

  private final LiveSnapshots snapshots;
  private final CrashAnalyses analyses;

  CrashesController(LiveSnapshots snapshots, CrashAnalyses analyses) {
    this.snapshots = snapshots;
    this.analyses = analyses;
  }

  @GetMapping("/api/roads/accidents")
  ResponseEntity<Object> accidents(
      @RequestParam(defaultValue = "queued") String status,
      @RequestParam(required = false) String reason,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request,
      HttpServletRequest http) {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new UserFault(
          "offset=" + offset + ", limit=" + limit + " 超出范围 (out of range)",
          "offset 不小于 0，limit 取 1 至 " + MOST + " (offset from 0, limit 1 to " + MOST + ")");
    }
    Status listed = word("status", status, Status.class);
    Reason only = reason == null ? null : word("reason", reason, Reason.class);
    if (only != null && listed == Status.PLACED) {
      throw new UserFault(
          "reason 只用于 status=queued (only of those that wait)", "去掉其一 (leave one out)");
    }
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, "" + f, generation, snapshots.scope())) {
      return null;
    }
    MatchedCrashes crashes = analyses.matched(generation, snapshots.scope());
    MatchReport report = MatchReport.of(crashes, asOf, listed, only, offset, limit);
    return SheetAnswer.of(report, () -> MatchSheet.of(report), f, lang, http);
  }

  private static <E extends Enum<E>> E word(String name, String value, Class<E> of) {
    return Arrays.stream(of.getEnumConstants())
        .filter(known -> MatchReport.word(known).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    name + "=" + value + " 不支持 (not supported)",
                    "取 (take) "
                        + Arrays.stream(of.getEnumConstants())
                            .map(MatchReport::word)
                            .collect(Collectors.joining(", "))));
  }
}
