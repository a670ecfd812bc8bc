package cn.anlan.web.screening;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import cn.anlan.web.site.SiteGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether a site lies in the county it says. GCJ-02 coordinates given as WGS 84 are some 600 m off
 * in Jiangxi and BD-09 1,200 m, more than most rules' distances, and nothing in the numbers shows
 * it. So where the site is not in its own county, but would be if the numbers were taken for
 * another system, it is refused until the sender confirms the system. A site that is elsewhere by
 * more than 2σ of the boundaries is refused in any case.
 */
final class PlaceCheck {
  /** Systems of degrees that are taken for one another. */
  private static final List<CoordinateSystem> CONFUSED =
      List.of(CoordinateSystem.GCJ02, CoordinateSystem.BD09, CoordinateSystem.CGCS2000);

  /**
   * Where the site is.
   *
   * @param county the county located; null outside all outlines
   * @param warnings what was doubtful and passed over
   */
  record Place(Counties.County county, List<Text> warnings) {}

  private PlaceCheck() {}

  /**
   * @param words a county's code or name, or an address; null where the sender names none
   * @param confirmed whether the sender answers for the coordinate system
   * @throws UserFault where words and place contradict each other
   */
  static Place locate(SiteGeometry site, String words, boolean confirmed, Counties counties) {
    Optional<Counties.County> located = counties.find(site.lonLat());
    List<Text> warnings = new ArrayList<>();
    if (words != null) {
      Counties.County named =
          counties
              .named(words)
              .orElseThrow(
                  () ->
                      new UserFault(
                          "本省没有县“" + words + "” (no such county in the province)",
                          "填写县名或 6 位编码，或删去 (give its name or six-digit code, or leave it out)"));
      if (located.isEmpty() || !located.get().code().equals(named.code())) {
        compare(site, named, located, confirmed, counties).ifPresent(warnings::add);
      }
    }
    return new Place(located.orElse(null), warnings);
  }

  /** A warning where the contradiction may be the boundary's or is answered for. */
  private static Optional<Text> compare(
      SiteGeometry site,
      Counties.County named,
      Optional<Counties.County> located,
      boolean confirmed,
      Counties counties) {
    Optional<Double> awayM = counties.awayM(named, site.lonLat());
    if (awayM.isEmpty() || awayM.get() == 0) {
      return Optional.empty();
    }
    String here = located.map(Counties.County::name).orElse("省外 (outside the province)");
    Optional<CoordinateSystem> likely = likely(site, named, counties);
    if (likely.isPresent() && !confirmed) {
      throw new UserFault(
          "坐标像是 "
              + likely.get().code()
              + "，却按 "
              + site.system().code()
              + (site.declared() ? " 声明" : " 读取")
              + "：按后者在"
              + here
              + "，距所报的"
              + named.name()
              + " "
              + metres(awayM.get())
              + "；按前者正在"
              + named.name()
              + " (the numbers look like "
              + likely.get().code()
              + ", declared as "
              + site.system().code()
              + ")",
          "核对坐标来源后声明 crs；确系 "
              + site.system().code()
              + " 的加 \"crsConfirmed\": true (declare the true crs, or confirm it)");
    }
    if (awayM.get() > counties.toleranceM()) {
      throw new UserFault(
          "场址在"
              + here
              + "，距所报的"
              + named.name()
              + " "
              + metres(awayM.get())
              + " (not in the county it names)",
          "核对坐标、坐标系和县名 (check the coordinates, their system and the county)");
    }
    return Optional.of(
        new Text(
            "场址在"
                + here
                + "，不在所报的"
                + named.name()
                + "，但相差 "
                + metres(awayM.get())
                + "，在县界精度以内或已确认坐标系",
            "in "
                + here
                + ", not in "
                + named.name()
                + " as said, but by "
                + metres(awayM.get())
                + " only: within the boundary's accuracy, or the system was confirmed"));
  }

  /** The first other system under which the site is in the county that it names. */
  private static Optional<CoordinateSystem> likely(
      SiteGeometry site, Counties.County named, Counties counties) {
    if (!site.system().isDegrees()) {
      return Optional.empty();
    }
    return CONFUSED.stream()
        .filter(other -> other != site.system() && !sameDatum(other, site.system()))
        .filter(
            other -> {
              Geometry moved = site.readAs(other);
              return moved != null
                  && counties.find(moved).filter(c -> c.code().equals(named.code())).isPresent();
            })
        .findFirst();
  }

  private static boolean sameDatum(CoordinateSystem a, CoordinateSystem b) {
    return a.epsg().isPresent() && b.epsg().isPresent();
  }

  private static String metres(double value) {
    return value < 1_000
        ? String.format(Locale.ROOT, "%.0f m", value)
        : String.format(Locale.ROOT, "%.1f km", value / 1_000);
  }
}
