package cn.anlan.web.problem;

import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that an address below {@code /api} does not have: who misspells {@code region}
 * must not take the whole province's answer for his county's. Handlers that look at the request
 * themselves, and so know their parameters themselves, are left alone.
 */
@Component
class UnknownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      known
          .computeIfAbsent(method.getMethod(), any -> names(method))
          .ifPresent(names -> refuseOthers(request, names));
    }
    return true;
  }

  private static void refuseOthers(HttpServletRequest request, Set<String> names) {
    for (String name : request.getParameterMap().keySet()) {
      if (!names.contains(name)) {
        throw new UserFault(
            "没有参数 " + name + " (no such parameter)",
            Spelling.hint(name, names)
                + (names.isEmpty()
                    ? "此处不带参数 (there are none here)"
                    : "可用 (known): " + String.join(", ", names)));
      }
    }
  }

  /** Empty where the handler looks at the request itself. */
  private static Optional<Set<String>> names(HandlerMethod method) {
    boolean looksItself =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(
                p ->
                    HttpServletRequest.class.isAssignableFrom(p.getParameterType())
                        || p.getParameterAnnotations().length == 0
                            && p.getParameterType().getName().startsWith("cn.anlan"));
    if (looksItself) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        names.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
      }
    }
    return Optional.of(names);
  }
}
