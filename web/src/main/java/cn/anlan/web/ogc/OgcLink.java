package cn.anlan.web.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link as all OGC APIs write it (RFC 8288).
 *
 * @param href absolute address, or a template of one
 * @param rel relation: a registered name or a URI
 * @param type media type of what it leads to
 * @param title Chinese
 * @param templated true where {@code href} has variables in braces, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OgcLink(String href, String rel, String type, String title, Boolean templated) {

  public static OgcLink of(String href, String rel, String type, String title) {
    return new OgcLink(href, rel, type, title, null);
  }

  public static OgcLink template(String href, String rel, String type, String title) {
    return new OgcLink(href, rel, type, title, true);
  }
}
