package cn.anlan.web.ogc;

import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;

/**
 * A request to a resource of the OGC APIs: its parameters, of which none may be unknown or stand
 * twice (Part 1, 7.5), the form in which it is wanted, and the addresses for links.
 */
public final class OgcRequest {
  private static final String FORM = "f";
  private static final String LANGUAGE = "lang";

  /** The parameters that every resource has. */
  public static final Set<String> COMMON = Set.of(FORM, LANGUAGE);

  private final HttpServletRequest http;
  private final Map<String, String> parameters;
  private final Representation representation;
  private final Language language;

  private OgcRequest(HttpServletRequest http, Map<String, String> parameters) {
    this.http = http;
    this.parameters = parameters;
    this.representation =
        find(FORM)
            .map(Representation::parse)
            .orElseGet(() -> Representation.accepted(http.getHeader(HttpHeaders.ACCEPT)));
    this.language = Language.of(parameters.get(LANGUAGE));
  }

  /**
   * @param known the parameters of the resource besides {@code f} and {@code lang}
   * @throws UserFault naming the parameter that is unknown, stands twice, is blank or cannot be
   *     used
   */
  public static OgcRequest of(HttpServletRequest http, String... known) {
    return of(http, Arrays.asList(known));
  }

  /** The same with names that are known only at run time. */
  public static OgcRequest of(HttpServletRequest http, Collection<String> known) {
    Set<String> names = new TreeSet<>(known);
    names.addAll(COMMON);
    Map<String, String> parameters = new TreeMap<>();
    http.getParameterMap()
        .forEach(
            (name, values) -> {
              if (!names.contains(name)) {
                throw new UserFault(
                    "没有参数 " + name + " (no such parameter)",
                    Spelling.hint(name, names) + "可用 (known): " + String.join(", ", names));
              }
              if (values.length > 1) {
                throw new UserFault(
                    "参数 " + name + " 出现多次 (stands more than once)", "每个参数只写一次 (give it once)");
              }
              if (values[0].isBlank()) {
                throw new UserFault(
                    "参数 " + name + " 没有值 (has no value)", "写出值，或去掉它 (give one, or leave it out)");
              }
              parameters.put(name, values[0]);
            });
    return new OgcRequest(http, parameters);
  }

  /** The parameter's value; empty where it was not given. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  public Representation representation() {
    return representation;
  }

  public boolean isHtml() {
    return representation == Representation.HTML;
  }

  /** The language of pages; JSON has Chinese titles with the English ones beside. */
  public Language language() {
    return language;
  }

  /** The landing page's address, without a slash at its end. */
  public String base() {
    boolean usual = http.getServerPort() == (http.getScheme().equals("https") ? 443 : 80);
    String port = usual ? "" : ":" + http.getServerPort();
    return http.getScheme() + "://" + http.getServerName() + port + "/ogc";
  }

  /** This resource with one parameter set anew; null takes it out. */
  public String with(String name, String value) {
    Map<String, String> changed = new TreeMap<>(parameters);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    List<String> query = new ArrayList<>();
    changed.forEach((key, text) -> query.add(coded(key) + "=" + coded(text)));
    String path = base() + http.getRequestURI().substring("/ogc".length());
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** This resource in a given form. */
  public String as(Representation form) {
    return with(FORM, form.word());
  }

  /** This resource in the other language, as a page. */
  public String inOtherLanguage() {
    return with(LANGUAGE, language.other().code());
  }

  /**
   * The links to this resource itself and to its other form.
   *
   * @param json the media type of its JSON
   */
  public List<OgcLink> selfAndAlternate(String json) {
    return List.of(
        OgcLink.of(as(representation), "self", type(representation, json), "本页"),
        OgcLink.of(
            as(representation.other()),
            "alternate",
            type(representation.other(), json),
            representation.other() == Representation.HTML ? "网页" : "JSON"));
  }

  private static String type(Representation form, String json) {
    return form == Representation.HTML ? MediaTypes.HTML : json;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
