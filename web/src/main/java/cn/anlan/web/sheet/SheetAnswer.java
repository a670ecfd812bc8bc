package cn.anlan.web.sheet;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers a question as JSON, or as the page of its sheet ({@code f=html}, {@code lang}). */
public final class SheetAnswer {
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private SheetAnswer() {}

  /**
   * @param result for programs
   * @param f json or html; null is json
   * @throws UserFault for any other f or an unknown lang
   */
  public static ResponseEntity<Object> of(
      Object result, Supplier<Sheet> sheet, String f, String lang, HttpServletRequest request) {
    Language language = Language.of(lang);
    if (f == null || f.equals("json")) {
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(result);
    }
    if (!f.equals("html")) {
      throw new UserFault("f=" + f + " 不支持 (not supported)", "取 (take) json, html");
    }
    String other =
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString())
            .replaceQueryParam("lang", language.other().code())
            .build()
            .toUriString();
    return ResponseEntity.ok()
        .contentType(HTML)
        .body(SheetPage.document(sheet.get(), language, other));
  }
}
