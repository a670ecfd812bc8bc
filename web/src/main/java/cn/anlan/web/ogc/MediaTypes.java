package cn.anlan.web.ogc;

/** Media types of the OGC APIs' answers. */
public final class MediaTypes {
  public static final String JSON = "application/json";
  public static final String GEO_JSON = "application/geo+json";
  public static final String SCHEMA = "application/schema+json";
  public static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  public static final String HTML = "text/html";
  public static final String PROBLEM = "application/problem+json";

  private MediaTypes() {}
}
