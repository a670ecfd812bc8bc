package cn.anlan.web.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** What clients ask for in {@link LoadBench}, and how often of a hundred times. */
enum LoadMix {
  /** A map being moved: tiles of all zooms. */
  TILE("瓦片 tile", 40) {
    @Override
    String path(Random random) {
      return tile(random.nextBoolean() ? "hazard" : "risk_point", random);
    }
  },
  /** The same with a condition. */
  FILTERED_TILE("带条件的瓦片 filtered tile", 15) {
    @Override
    String path(Random random) {
      return random.nextBoolean()
          ? tile("hazard", random) + "?filter=" + encoded("hazard_grade = 'major'")
          : tile("risk_point", random)
              + "?filter="
              + encoded("level <= " + (1 + random.nextInt(3)));
    }
  },
  /** A list being looked at. */
  PAGE_OF_100("一页 100 个 page of 100", 20) {
    @Override
    String path(Random random) {
      return items(random, 100);
    }
  },
  /** A desktop system that reads a layer. */
  PAGE_OF_1000("一页 1,000 个 page of 1,000", 5) {
    @Override
    String path(Random random) {
      return items(random, 1000);
    }
  },
  /** A spatial condition of a desktop system. */
  NEAR("S_DWITHIN 5 km", 10) {
    @Override
    String path(Random random) {
      String point = String.format(Locale.ROOT, "POINT(%.4f %.4f)", lonDeg(random), latDeg(random));
      return "/ogc/collections/risk_point/items?limit=50&filter="
          + encoded("S_DWITHIN(geom, " + point + ", 5000, 'm')");
    }
  },
  /** What clients read before anything else. */
  DESCRIPTION("说明 description", 10) {
    @Override
    String path(Random random) {
      return new String[] {
            "/ogc?f=json",
            "/ogc/collections?f=json",
            "/ogc/collections/risk_point?f=json",
            "/ogc/collections/risk_point/queryables?f=json"
          }
          [random.nextInt(4)];
    }
  };

  private final String title;
  private final int ofHundred;

  LoadMix(String title, int ofHundred) {
    this.title = title;
    this.ofHundred = ofHundred;
  }

  String title() {
    return title;
  }

  /** An address of the service, drawn by chance. */
  abstract String path(Random random);

  static LoadMix next(Random random) {
    int left = random.nextInt(100);
    for (LoadMix kind : values()) {
      left -= kind.ofHundred;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the shares do not add up to a hundred");
  }

  private static String tile(String layer, Random random) {
    int zoom = 6 + random.nextInt(9);
    int tiles = 1 << zoom;
    double sin = Math.sin(Math.toRadians(latDeg(random)));
    int col = (int) ((lonDeg(random) + 180) / 360 * tiles);
    int row = (int) ((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * tiles);
    return "/ogc/collections/%s/tiles/WebMercatorQuad/%d/%d/%d".formatted(layer, zoom, row, col);
  }

  private static String items(Random random, int limit) {
    double west = lonDeg(random);
    double south = latDeg(random);
    return String.format(
        Locale.ROOT,
        "/ogc/collections/risk_point/items?f=json&limit=%d&bbox=%.4f,%.4f,%.4f,%.4f",
        limit,
        west - 1,
        south - 1,
        west + 1,
        south + 1);
  }

  private static double lonDeg(Random random) {
    return 114 + 4 * random.nextDouble();
  }

  private static double latDeg(Random random) {
    return 25 + 4.5 * random.nextDouble();
  }

  private static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }
}
