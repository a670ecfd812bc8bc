package cn.anlan.web.conf;

import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The office's own settings, from {@code <var>/conf/anlan.yaml}; every one is optional.
 *
 * @param basemap raster tiles shown below the layers, or null: then nothing leaves the machine
 * @param mapApproval the 审图号 that printed maps show, or null: then its place is left open
 */
public record OfficeConfig(Basemap basemap, String mapApproval) {
  /**
   * @param url tile address with {@code {z}}, {@code {x}}, {@code {y}}, e.g. 天地图's with the
   *     office's key
   * @param attribution text the map must show, e.g. the 审图号
   */
  public record Basemap(String url, String attribution) {
    public Basemap {
      if (url == null || !url.matches("https?://[^/]+/.*\\{z}.*")) {
        throw new IllegalArgumentException("basemap.url must be http(s)://… with {z}, {x} and {y}");
      }
      if (attribution == null || attribution.isBlank()) {
        throw new IllegalArgumentException("basemap.attribution is required (审图号)");
      }
    }
  }

  private static final OfficeConfig NONE = new OfficeConfig(null, null);

  /**
   * @throws DefinitionException where the file is there but cannot be used
   */
  public static OfficeConfig load(Path confDir) {
    Path file = confDir.resolve("anlan.yaml");
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      return StrictYaml.read("conf/anlan.yaml", Files.readString(file), OfficeConfig.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading conf/anlan.yaml", e);
    }
  }

  /** The basemap's origin with a leading blank for a content policy; empty without a basemap. */
  public String basemapOrigin() {
    if (basemap == null) {
      return "";
    }
    URI uri = URI.create(basemap.url().replaceAll("[{}]", "_"));
    return " " + uri.getScheme() + "://" + uri.getAuthority();
  }
}
