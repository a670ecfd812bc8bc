package cn.anlan.web.screening;

import cn.anlan.web.site.SiteBody;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** May this site go here, and where may it go? */
@RestController
class ScreeningController {
  private final Screening screening;
  private final LiveSnapshots snapshots;

  ScreeningController(Screening screening, LiveSnapshots snapshots) {
    this.screening = screening;
    this.snapshots = snapshots;
  }

  @GetMapping("/api/screening/kinds")
  SiteKinds kinds() {
    return screening.kinds();
  }

  @PostMapping("/api/screening/area")
  AreaAnswer area(HttpServletRequest request) throws IOException {
    return screening.area(snapshots.current(), SiteBody.read(request.getInputStream()));
  }

  @PostMapping("/api/screening")
  ScreeningAnswer screen(HttpServletRequest request) throws IOException {
    return screening.screen(snapshots.current(), SiteBody.read(request.getInputStream()));
  }
}
