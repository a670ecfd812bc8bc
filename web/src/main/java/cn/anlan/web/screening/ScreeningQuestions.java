package cn.anlan.web.screening;

import cn.anlan.web.problem.NotFound;
import cn.anlan.web.site.SiteBody;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The sites that were asked about lately, by the SHA-256 of their JSON, so that a finding's
 * evidence sheet has an address. They are kept in memory for an hour, at most {@value #MOST_BYTES}
 * bytes of them; asking about the site again brings the same address back.
 */
@Component
public final class ScreeningQuestions {
  private static final long MOST_BYTES = 32L << 20;

  private final Cache<String, SiteBody> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String id, SiteBody body) -> body.json().length() * 2 + 64)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  /** Keeps a site and answers its name. */
  String keep(SiteBody body) {
    String id = sha256(body.json());
    kept.put(id, body);
    return id;
  }

  /**
   * @throws NotFound where it was never asked about or long ago
   */
  public SiteBody get(String id) {
    SiteBody body = kept.getIfPresent(id);
    if (body == null) {
      throw new NotFound(
          "没有这次选址分析，或已过一小时 (no such screening, or an hour has passed)",
          "在选址分析里重新核查该场址 (screen the site again)");
    }
    return body;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JRE has SHA-256", e);
    }
  }
}
