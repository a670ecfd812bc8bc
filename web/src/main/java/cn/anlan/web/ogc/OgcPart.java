package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Layer;
import java.util.List;

/**
 * What a feature of the service adds to the common resources of the OGC APIs. Every bean of this
 * type is asked; none need know of another.
 */
public interface OgcPart {
  /** The URIs of the conformance classes that it keeps. */
  default List<String> conformance() {
    return List.of();
  }

  /**
   * Links of the landing page.
   *
   * @param base address of the landing page without a slash at its end
   */
  default List<OgcLink> landingLinks(String base) {
    return List.of();
  }

  /**
   * Links of a collection.
   *
   * @param base address of the landing page without a slash at its end
   */
  default List<OgcLink> collectionLinks(String base, Layer layer) {
    return List.of();
  }

  /** Adds its paths to the OpenAPI document. */
  default void describe(ApiDocument api) {}
}
