package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.parcel.LandOfficeTxt;
import cn.anlan.data.parcel.Parcel;
import cn.anlan.data.parcel.ParcelPoint;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boundary points of a land office's exchange file; its own declaration of the datum binds. */
final class LandOfficePoints {
  private static final int RINGS_A_PARCEL = 10_000;

  private LandOfficePoints() {}

  static PointFile read(String text, String name, Optional<CoordinateSystem> crs) {
    List<BoundaryPoint> points = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    int[] number = {0};
    LandOfficeTxt.Summary summary;
    try {
      summary =
          LandOfficeTxt.read(
              new BufferedReader(new StringReader(text)),
              parcel -> add(parcel, ++number[0], points, issues));
    } catch (IOException e) {
      throw new UncheckedIOException("reading boundary points", e);
    }
    if (points.isEmpty() && issues.isEmpty()) {
      throw new UserFault(
          name + " 没有 [地块坐标] 界址点 (no boundary points)",
          "应为国土报盘格式：[属性描述] 与 [地块坐标] (the land office's exchange format)");
    }
    return new PointFile("TXT", system(summary, name, crs), true, points, issues);
  }

  private static void add(
      Parcel parcel, int number, List<BoundaryPoint> points, List<Issue> issues) {
    for (ParcelPoint p : parcel.points()) {
      int ring = number * RINGS_A_PARCEL + p.ring();
      points.add(new BoundaryPoint(p.row(), p.name(), ring, p.east(), p.north()));
    }
    parcel
        .faults()
        .forEach(
            f -> issues.add(Located.error(f.row(), f.field(), f.value(), f.reason(), f.remedy())));
  }

  private static CoordinateSystem system(
      LandOfficeTxt.Summary summary, String name, Optional<CoordinateSystem> given) {
    if (!summary.namesDatum()) {
      return given.orElseThrow(
          () ->
              new UserFault(
                  name + " 的 [属性描述] 没有 坐标系 (no datum declared)",
                  "补上 坐标系=2000国家大地坐标系，或用 crs 指明 (declare it)"));
    }
    CoordinateSystem inFile = summary.getSystem(name);
    if (given.isPresent() && given.get() != inFile) {
      throw new UserFault(
          name + " 声明的是 " + inFile.code() + "，与给出的 " + given.get().code() + " 矛盾 (contradiction)",
          "去掉 crs 或改正文件 (drop crs or mend the file)");
    }
    return inFile;
  }
}
