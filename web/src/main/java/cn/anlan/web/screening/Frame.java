package cn.anlan.web.screening;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.site.SiteBody;
import cn.anlan.web.site.SiteGeometry;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import tools.jackson.databind.JsonNode;

/** The frame of a question about permissible ground: {@code bbox} or the polygon {@code frame}. */
final class Frame {
  /** The longest side, metres. */
  static final double MAX_SIDE_M = 60_000;

  private Frame() {}

  /**
   * In CGCS2000.
   *
   * @throws UserFault where there is none, it is no area, or it is too large
   */
  static Geometry read(SiteBody body) {
    Geometry frame = body.has("bbox") ? box(body.node("bbox")) : drawn(body);
    Envelope e = frame.getEnvelopeInternal();
    double middle = e.centre().y;
    double widthM = Cgcs2000.distanceM(e.getMinX(), middle, e.getMaxX(), middle);
    double heightM = Cgcs2000.distanceM(e.getMinX(), e.getMinY(), e.getMinX(), e.getMaxY());
    if (Math.max(widthM, heightM) > MAX_SIDE_M) {
      throw new UserFault(
          "图幅 "
              + Math.round(widthM / 1_000)
              + " × "
              + Math.round(heightM / 1_000)
              + " km 太大 (the frame is too large)",
          "缩小到 60 × 60 km 以内 (take at most 60 × 60 km)");
    }
    return frame;
  }

  private static Geometry drawn(SiteBody body) {
    if (!body.has("frame")) {
      throw new UserFault(
          "缺少 bbox 或 frame (missing)", "给出图幅 (give bbox [西,南,东,北] or a polygon frame)");
    }
    Geometry frame = SiteGeometry.read(body, "frame").lonLat();
    if (!(frame instanceof Polygonal)) {
      throw new UserFault("frame 不是面 (not an area)", "给出多边形 (give a polygon)");
    }
    return frame;
  }

  private static Geometry box(JsonNode node) {
    double[] side = new double[4];
    boolean good = node.isArray() && node.size() == 4;
    for (int i = 0; good && i < 4; i++) {
      good = node.get(i).isNumber() && Double.isFinite(node.get(i).asDouble());
      side[i] = good ? node.get(i).asDouble() : 0;
    }
    good = good && side[0] < side[2] && side[1] < side[3];
    good = good && side[0] >= 70 && side[2] <= 140 && side[1] >= 0 && side[3] <= 60;
    if (!good) {
      throw new UserFault(
          "bbox=" + node + " 不可用 (not usable)",
          "写作 [西,南,东,北]（度）(write [west,south,east,north] in degrees)");
    }
    return new GeometryFactory().toGeometry(new Envelope(side[0], side[2], side[1], side[3]));
  }
}
