package cn.anlan.web.tiles;

import cn.anlan.geo.snapshot.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;

/** Sends a tile: as it is kept, compressed, or not at all where the caller has it already. */
final class TileAnswer {
  static final String MVT = "application/vnd.mapbox-vector-tile";

  // Another database behind the same address may have come to the same numbers.
  private static final String START = Long.toHexString(System.nanoTime());

  private TileAnswer() {}

  /** The key of the tile that a request asks for. */
  static TileCache.Key key(HttpServletRequest request, Scope scope, long version) {
    String query = request.getQueryString();
    String path = request.getRequestURI();
    return new TileCache.Key(query == null ? path : path + "?" + query, scope.cacheKey(), version);
  }

  static void send(
      TileCache.Key key, byte[] gzip, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String tag = "W/\"" + Long.toHexString(key.version()) + "-" + START + "\"";
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (isHeld(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    if (gzip.length == 0) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    byte[] body = gzip;
    if (encodings != null && encodings.contains("gzip")) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    } else {
      body = new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    }
    response.setContentType(MVT);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Whether one of the tags that the caller holds is this one (RFC 9110, 13.1.2: weakly). */
  private static boolean isHeld(String held, String tag) {
    return held != null && (held.equals("*") || held.contains(tag.substring(2)));
  }
}
