package cn.anlan.web.snapshot;

import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.web.context.request.ServletWebRequest;

/** Marks an answer with its data version, so that an unchanged one is not sent twice. */
public final class VersionTag {
  // Another database behind the same address may have reached the same number.
  private static final long START = System.nanoTime();

  private VersionTag() {}

  /** Sets the ETag; true where the caller has the same answer already (304 is then set). */
  public static boolean notModified(ServletWebRequest request, Generation generation, Scope scope) {
    int question =
        Objects.hash(
            request.getRequest().getRequestURI(),
            request.getRequest().getQueryString(),
            scope.cacheKey(),
            LocalDate.now(),
            START);
    String tag = "W/\"" + generation.dataVersion() + "-" + Integer.toHexString(question) + "\"";
    return request.checkNotModified(tag);
  }
}
