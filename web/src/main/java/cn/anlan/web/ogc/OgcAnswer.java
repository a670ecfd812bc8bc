package cn.anlan.web.ogc;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Small answers of the OGC APIs, in the form that was asked for. */
public final class OgcAnswer {
  private OgcAnswer() {}

  /**
   * @param body what Jackson writes
   * @param type its media type
   */
  public static ResponseEntity<byte[]> json(Object body, String type) {
    return answer(JsonMapper.shared().writeValueAsBytes(body), MediaType.parseMediaType(type));
  }

  public static ResponseEntity<byte[]> html(OgcPage page) {
    return answer(
        page.document().getBytes(StandardCharsets.UTF_8),
        new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> answer(byte[] body, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(body);
  }
}
