package cn.anlan.web.snapshot;

import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.web.context.request.ServletWebRequest;

/** Marks an answer with its data version, so that an unchanged one is not sent twice. */
public final class VersionTag {
  // Another database behind the same address may have reached the same version; so may this one,
  // after it was put back to an earlier state, for which the generation has a number of its own.
  private static final long START = System.nanoTime();

  private VersionTag() {}

  /** Sets the ETag; true where the caller has the same answer already (304 is then set). */
  public static boolean notModified(ServletWebRequest request, Generation generation, Scope scope) {
    String uri = request.getRequest().getRequestURI();
    return request.checkNotModified(
        of(uri, request.getRequest().getQueryString(), generation, scope));
  }

  /**
   * The same for an address with several forms, such as JSON and a page.
   *
   * @param form the one that is answered
   */
  public static boolean notModified(
      ServletWebRequest request, String form, Generation generation, Scope scope) {
    String uri = request.getRequest().getRequestURI() + " " + form;
    return request.checkNotModified(
        of(uri, request.getRequest().getQueryString(), generation, scope));
  }

  /** The ETag of what a generation answers to a question today. */
  static String of(String uri, String query, Generation generation, Scope scope) {
    int question =
        Objects.hash(uri, query, scope.cacheKey(), generation.number(), LocalDate.now(), START);
    return "W/\"" + generation.dataVersion() + "-" + Integer.toHexString(question) + "\"";
  }
}
