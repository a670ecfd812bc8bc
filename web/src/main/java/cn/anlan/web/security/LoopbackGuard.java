package cn.anlan.web.security;

import cn.anlan.web.conf.OfficeConfig;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until accounts exist the service trusts whoever sits at this machine, so it answers only requests
 * addressed to a loopback name (a web page elsewhere cannot borrow the user's browser by DNS
 * rebinding) and lets no foreign page read or frame an answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LoopbackGuard extends OncePerRequestFilter {
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

  private final String contentPolicy;

  LoopbackGuard(OfficeConfig config) {
    String basemap = config.basemapOrigin();
    this.contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self' blob:;"
            + " img-src 'self' data: blob:"
            + basemap
            + "; connect-src 'self'"
            + basemap
            + "; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", contentPolicy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (!LOOPBACK_NAMES.contains(request.getServerName())) {
      refuse(response, 421, "只接受本机地址 (only loopback names are served)");
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign && !SAFE_METHODS.contains(request.getMethod())) {
      refuse(response, 403, "不接受其他网站发来的写请求 (no writes from other sites)");
      return;
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse response, int status, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":%d,\"detail\":\"%s\",\"remedy\":\"%s\"}"
                .formatted(status, detail, "用 http://127.0.0.1 访问 (use http://127.0.0.1)"));
  }
}
