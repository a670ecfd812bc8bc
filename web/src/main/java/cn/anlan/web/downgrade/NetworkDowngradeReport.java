package cn.anlan.web.downgrade;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.road.slope.ChainProfiles;
import cn.anlan.geo.road.slope.NetworkDowngrade;
import cn.anlan.geo.road.slope.NetworkDowngrades;
import cn.anlan.geo.text.Text;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the profiles of a network from an OSM file find. No register is held against it: that of the
 * layer {@code road_site} names routes and stakes of the stored roads.
 *
 * @param downgrades by the greatest drop
 */
public record NetworkDowngradeReport(Manifest manifest, List<Downgrade> downgrades)
    implements DowngradeAnswer {
  /** The winds, clockwise from north. */
  private static final List<Text> WINDS =
      List.of(
          new Text("向北", "north"),
          new Text("向东北", "north-east"),
          new Text("向东", "east"),
          new Text("向东南", "south-east"),
          new Text("向南", "south"),
          new Text("向西南", "south-west"),
          new Text("向西", "west"),
          new Text("向西北", "north-west"));

  /**
   * @param networkBuiltAt when the network was prepared
   * @param heights how they were got for the network
   * @param heightSigmaM one standard deviation of a height
   * @param heightSigmaSource where that figure comes from, unless the caller said it
   * @param climbM a climb up to this much does not end a downgrade [design]
   * @param lengthKm of the roads open to cars
   * @param withoutHeightsKm of those with an unknown height, of which nothing can be said
   * @param exceeding downgrades that exceed the limits also with their heights' error
   * @param hazards of the network's hazards those of this kind; found with its own error and climb
   */
  public record Manifest(
      String network,
      String networkBuiltAt,
      Text source,
      Text heights,
      int limitsVersion,
      Text limitsSource,
      double heightSigmaM,
      Text heightSigmaSource,
      double climbM,
      double lengthKm,
      double withoutHeightsKm,
      int exceeding,
      int hazards,
      boolean isDemo,
      List<Text> notes) {}

  /**
   * @param road number or name, or an empty text
   * @param roadClass {@code highway=*}
   * @param direction the wind of the bearing
   * @param bearingDeg from its beginning to its end, clockwise from north
   * @param from longitude and latitude of its beginning
   * @param fromPlace the settlement nearest to it; null where none is within 5 km
   * @param zoneFrom of the first of all overlapping stretches that exceed the limits
   */
  public record Downgrade(
      String road,
      String roadClass,
      Text direction,
      double bearingDeg,
      double[] from,
      double[] to,
      double fromHeightM,
      double toHeightM,
      NetworkDowngrade.NearPlace fromPlace,
      NetworkDowngrade.NearPlace toPlace,
      double[] zoneFrom,
      double[] zoneTo,
      double lengthKm,
      double dropM,
      double averageGradePct,
      double gradeUncertaintyPct,
      LongDowngrade.Verdict verdict) {}

  /**
   * Makes it.
   *
   * @param heightSigmaM null for that of the height model
   * @throws UserFault for an error or climb that cannot be, or a network without profiles
   */
  public static NetworkDowngradeReport of(RoadNetwork network, Double heightSigmaM, double climbM) {
    double sigmaM = heightSigmaM == null ? HeightModel.shipped().sigmaM() : heightSigmaM;
    DowngradeReport.refuseOutside("heightSigmaM", sigmaM, 0, 100);
    DowngradeReport.refuseOutside("climbM", climbM, 0, 200);
    NetworkManifest made = network.manifest();
    ChainProfiles profiles =
        network
            .profiles()
            .orElseThrow(
                () ->
                    new UserFault(
                        "路网 %s 没有纵断面 (the network has no profiles)".formatted(made.name()),
                        "用高程文件重新生成：./anlan roads build %s --osm FILE --dem FILE (prepare it again with heights)"
                            .formatted(made.name())));
    GradeLimits limits = GradeLimits.shipped();
    List<Downgrade> found =
        new NetworkDowngrades(network.graph(), profiles)
            .find(limits, climbM, sigmaM).stream().map(NetworkDowngradeReport::downgrade).toList();
    return new NetworkDowngradeReport(
        new Manifest(
            made.name(),
            made.builtAt(),
            made.source(),
            made.heights(),
            limits.version(),
            limits.source(),
            sigmaM,
            heightSigmaM == null ? HeightModel.shipped().source() : null,
            climbM,
            made.lengthKm(),
            profiles.withoutHeightsM(network.graph()) / 1000,
            (int) found.stream().filter(d -> d.verdict == LongDowngrade.Verdict.EXCEEDS).count(),
            made.downgrades() == null ? 0 : made.downgrades(),
            made.isDemo(),
            notes()),
        found);
  }

  private static List<Text> notes() {
    return List.of(
        new Text(
            "未与台账对照：台账只有公路图层的路线和桩号",
            "no register is compared: it knows routes and stakes of the stored roads only"),
        new Text(
            "纵断面沿整条道路绘制：同一编号（无编号时同名，两者皆无时同等级）的路段在路口取最直的一条相接，环岛按绕行方向穿过；沿线每 30 m 取地面高程，150 m 移动平均，桥隧两端直连",
            "profiles follow whole roads: edges of one number (or name, or class where they have"
                + " neither) are joined at junctions by the straightest, roundabouts passed as they"
                + " are driven; ground every 30 m, moving average over 150 m, bridges and tunnels"
                + " straight from end to end"),
        new Text(
            "motorway、trunk 按高速公路和一级公路的限值判断，其余按二至四级公路",
            "motorway and trunk are judged by the limits of expressways and class 1, all others by"
                + " those of classes 2 to 4"));
  }

  private static Downgrade downgrade(NetworkDowngrade d) {
    return new Downgrade(
        d.road(),
        d.roadClass(),
        WINDS.get((int) Math.round(d.bearingDeg() / 45) % 8),
        d.bearingDeg(),
        place(d.top()),
        place(d.foot()),
        d.top().getZ(),
        d.foot().getZ(),
        d.topPlace(),
        d.footPlace(),
        place(d.zoneTop()),
        place(d.zoneFoot()),
        d.found().lengthKm(),
        d.found().dropM(),
        d.found().averageGradePct(),
        d.found().gradeUncertaintyPct(),
        d.found().verdict());
  }

  private static double[] place(Coordinate at) {
    return new double[] {at.x, at.y};
  }
}
