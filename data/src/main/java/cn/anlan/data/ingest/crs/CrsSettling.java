package cn.anlan.data.ingest.crs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.datum.DatumOdds;
import cn.anlan.data.datum.DatumReport;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.data.datum.OddsWords;
import cn.anlan.data.datum.ZoneEvidence;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.region.RegionLoader;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.geo.datum.AxisOrder;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.SourceSystem;
import cn.anlan.geo.datum.SourceSystems;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles the coordinate system of a delivery from what is declared and from the evidence of its
 * rows. A declaration stands unless the evidence speaks against it 100 to one; without declaration,
 * or where only the format implies one (RFC 7946), the evidence must be 100 to one. Against either
 * only the user's insistence helps, which is kept.
 */
public final class CrsSettling {
  /** Less than evidence, and yet worth a word. */
  private static final double NOTEWORTHY = 10;

  private final String name;
  private final ImportRequest request;
  private final DatumSurvey survey;
  private final List<RowSample.Row> rows;
  private final boolean swapped;
  private final Optional<Declaration> declaration;
  private final List<Issue> notices = new ArrayList<>();

  private CrsSettling(
      String name,
      ImportRequest request,
      DatumSurvey survey,
      List<RowSample.Row> rows,
      Optional<Declaration> declaration) {
    this.name = name;
    this.request = request;
    this.survey = survey;
    this.declaration = declaration;
    this.swapped = areSwapped(rows, declaration);
    this.rows = swapped ? rows.stream().map(RowSample.Row::swapped).toList() : rows;
  }

  /**
   * @param loaded null where the layer knows no regions
   * @throws UserFault where the system is not known, not accepted, contradictory or in doubt
   */
  public static SourceCrs settle(
      DeliveredFile file,
      ImportRequest request,
      Catalog catalog,
      ColumnMapping mapping,
      RegionLoader.Loaded loaded,
      Connection connection)
      throws SQLException {
    String name = String.valueOf(request.file().getFileName());
    Layer layer = catalog.getLayer(request.layer());
    SourceSystems systems = SourceSystems.load(request.confDir());
    Optional<Declaration> declaration = Declaration.of(file, name, request, systems);
    List<RowSample.Row> rows =
        RowSample.of(file, layer, mapping, loaded == null ? null : loaded.regions());
    DatumSurvey survey =
        new DatumSurvey(
            loaded == null ? null : loaded.map().orElse(null),
            StoredPlaces.load(connection, catalog, layer, rows),
            request.sigmaM());
    return new CrsSettling(name, request, survey, rows, declaration).settle();
  }

  private SourceCrs settle() {
    if (swapped) {
      notices.add(
          notice(
              "全部 "
                  + rows.size()
                  + " 行北坐标(纬度)在前,已按东坐标(经度)在前读入 (axes were swapped in every row, read in order)",
              "请核对坐标列的顺序"));
    }
    return declaration.isPresent() ? declared(declaration.get()) : undeclared();
  }

  private static boolean areSwapped(List<RowSample.Row> rows, Optional<Declaration> declaration) {
    return !rows.isEmpty()
        && rows.stream()
            .allMatch(
                r ->
                    declaration.isPresent()
                        ? AxisOrder.isSwapped(
                            r.place().x, r.place().y, declaration.get().system().shape())
                        : AxisOrder.isSwappedDegrees(r.place().x, r.place().y));
  }

  private SourceCrs undeclared() {
    String reason = name + " 没有声明坐标系 (no coordinate system declared)";
    String remedy = "用 --crs 指明,例如 --crs EPSG:4490、EPSG:4547 或 GCJ-02;基准错了会偏一公里以上";
    if (rows.isEmpty()) {
      throw new UserFault(reason, remedy);
    }
    if (!rows.stream().allMatch(r -> AxisOrder.areDegrees(r.place().x, r.place().y))) {
      throw new UserFault(reason + survey.zoneWords(rows), remedy);
    }
    if (survey.isPacked(rows)) {
      throw packed();
    }
    DatumOdds odds = survey.weigh(rows, CoordinateSystem.CGCS2000);
    if (!odds.isEvidence()) {
      throw new UserFault(
          reason + ",证据也不足以判定 (and the evidence is in doubt): " + words(odds), remedy);
    }
    CoordinateSystem found = odds.best().system();
    notices.add(
        notice("没有声明坐标系,按证据判为 " + found.code() + " (detected): " + words(odds), "请与提供单位核实坐标系"));
    return settled(found, "evidence", "detected", "supports", odds, words(odds));
  }

  private SourceCrs declared(Declaration declared) {
    SourceSystem system = declared.system();
    if (declared.overruled() != null) {
      notices.add(
          notice(
              "文件声明的坐标系是 "
                  + declared.overruled()
                  + ",应使用者坚持按 "
                  + system.code()
                  + " 读入 (the file's own declaration was overruled)",
              "请与提供单位核实坐标系"));
    }
    if (system.isDegrees() && survey.isPacked(rows)) {
      insistOr(packed());
    }
    if (ZoneEvidence.canBeMistaken(system.shape())) {
      ZoneEvidence zones = survey.zones(rows);
      if (zones != null && zones.speaksAgainst(system.shape())) {
        insistOr(wrongZone(system, zones));
        return settled(
            system, declared.source(), "insisted", "against", null, survey.zoneWords(rows));
      }
    }
    DatumOdds odds = survey.weigh(rows, system);
    Hypothesis held = DatumSurvey.held(system);
    String finding = finding(odds, held);
    boolean unproven = declared.isImplied() && !finding.equals("supports");
    if (finding.equals("against")) {
      insistOr(wrongDatum(declared, odds));
    } else if (unproven) {
      insistOr(onlyImplied(odds));
    } else if (odds.oddsAgainst().get(held) >= NOTEWORTHY && !odds.isMisfit()) {
      notices.add(notice("坐标系存疑 (the datum is in doubt): " + words(odds), "请与提供单位核实坐标系"));
    }
    boolean insisted = finding.equals("against") || unproven || declared.overruled() != null;
    return settled(
        system, declared.source(), insisted ? "insisted" : "declared", finding, odds, words(odds));
  }

  private static String finding(DatumOdds odds, Hypothesis held) {
    if (odds.namedRows() + odds.knownRows() == 0) {
      return "none";
    }
    if (odds.speaksAgainst(held)) {
      return "against";
    }
    return odds.isEvidence() ? "supports" : "doubt";
  }

  private SourceCrs settled(
      SourceSystem system,
      String source,
      String decision,
      String finding,
      DatumOdds odds,
      String words) {
    DatumReport report =
        new DatumReport(
            system.code(),
            decision,
            source,
            finding,
            finding.equals("none") ? null : words,
            odds == null ? List.of() : DatumReport.weighed(odds),
            odds == null ? 0 : odds.namedRows(),
            odds == null ? 0 : odds.nearRows(),
            odds == null ? 0 : odds.knownRows(),
            swapped,
            DatumReport.Parameters.of(system));
    return new SourceCrs(system, source, report, List.copyOf(notices));
  }

  /** Refuses, or leaves a warning where the user insists. */
  private void insistOr(UserFault fault) {
    if (!request.insistCrs()) {
      throw fault;
    }
    notices.add(
        notice(fault.getMessage() + "; 应使用者坚持继续 (went on, as the user insisted)", fault.remedy()));
  }

  private UserFault onlyImplied(DatumOdds odds) {
    return new UserFault(
        name
            + " 没有写明坐标系,按 GeoJSON 标准应是 WGS 84,而证据不足以证实"
            + " (GeoJSON means WGS 84, but nothing here proves it): "
            + words(odds),
        "核实后用 --crs EPSG:4326 声明;高德、腾讯的坐标是 GCJ-02,百度的是 BD-09;或加 --insist-crs");
  }

  private UserFault wrongDatum(Declaration declaration, DatumOdds odds) {
    SourceSystem declared = declaration.system();
    String found = OddsWords.name(odds.best());
    String remedy =
        declared.isDegrees()
            ? "核实后用 --crs "
                + odds.best().system().code()
                + (declaration.source().equals("file") ? " --insist-crs" : "")
            : "投影之前的经纬度须先纠正: 请提供单位给出原始经纬度,并声明其坐标系";
    return new UserFault(
        name
            + " 声明的坐标系是 "
            + declared.code()
            + ",而证据表明是 "
            + found
            + " (declared "
            + declared.code()
            + ", but the evidence says "
            + found
            + "): "
            + words(odds),
        remedy + ";确系 " + declared.code() + " 的加 --insist-crs");
  }

  private UserFault wrongZone(SourceSystem declared, ZoneEvidence zones) {
    CoordinateSystem best = zones.best();
    return new UserFault(
        name
            + " 声明的坐标系是 "
            + declared.code()
            + ",而 "
            + zones.rows()
            + " 行中 "
            + zones.fitting(best)
            + " 行按 "
            + best.title()
            + " 才在所报的县(省),按声明的只有 "
            + zones.fitting(declared.shape())
            + " 行 (another zone fits: coordinates without prefix are 293 km off in the wrong one)",
        "核对投影带:改为 "
            + best.code()
            + " 的同名带;两带混在一个文件里的要分成两个文件;确系 "
            + declared.code()
            + " 的加 --insist-crs");
  }

  private UserFault packed() {
    return new UserFault(
        name + " 的经纬度像是“度.分分秒秒”(如 115.51288 表示 115°51′28.8″) (packed degrees, minutes, seconds)",
        "改写成 115°51′28.8″ 或十进制度;确系十进制度的用 --crs 声明并加 --insist-crs");
  }

  private static String words(DatumOdds odds) {
    String misfit =
        odds.isMisfit() ? ",无一说得通,请先核对县名和坐标列 (none fits: check counties and columns)" : "";
    return OddsWords.sentence(odds) + misfit;
  }

  private static Issue notice(String reason, String remedy) {
    return new Issue(0, "geom", null, reason, remedy, Severity.WARNING);
  }
}
