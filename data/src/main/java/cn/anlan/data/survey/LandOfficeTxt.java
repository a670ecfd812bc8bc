package cn.anlan.data.survey;

import cn.anlan.data.ingest.Issue;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The land offices' exchange file of parcels: a block {@code [属性描述]} of {@code key=value}, and a
 * block {@code [地块坐标]} where a line that ends in {@code @} begins a parcel (number of points first)
 * and each following line is a point: number, ring, X, Y. X is the northing and Y the easting, with
 * or without the zone's prefix. Each ring repeats its first point at its end.
 */
final class LandOfficeTxt {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
  private static final int RINGS_A_PARCEL = 10_000;

  private final List<BoundaryPoint> points = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, String> header = new HashMap<>();
  private int parcel;
  private long parcelRow;
  private int declared = -1;
  private int first;

  private LandOfficeTxt() {}

  static PointFile read(String text, String name, Optional<CoordinateSystem> crs) {
    LandOfficeTxt reader = new LandOfficeTxt();
    reader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (reader.points.isEmpty() && reader.issues.isEmpty()) {
      throw new UserFault(
          name + " 没有 [地块坐标] 界址点 (no boundary points)",
          "应为国土报盘格式：[属性描述] 与 [地块坐标] (the land office's exchange format)");
    }
    return new PointFile("TXT", reader.system(name, crs), true, reader.points, reader.issues);
  }

  private void read(String text) {
    String block = "";
    long row = 0;
    for (String raw : text.split("\\R", -1)) {
      row++;
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("[")) {
        block = line;
      } else if (block.equals("[属性描述]") && line.contains("=")) {
        header.put(
            line.substring(0, line.indexOf('=')).strip(),
            line.substring(line.indexOf('=') + 1).strip());
      } else if (block.equals("[地块坐标]")) {
        if (line.endsWith("@")) {
          beginParcel(line, row);
        } else {
          point(line, row);
        }
      }
    }
    endParcel();
  }

  private void beginParcel(String line, long row) {
    endParcel();
    parcel++;
    parcelRow = row;
    first = points.size();
    String count = line.split("[,，]", 2)[0].strip();
    declared = count.matches("\\d{1,6}") ? Integer.parseInt(count) : -1;
    if (declared < 0) {
      issues.add(
          Located.error(
              row, "点数", count, "地块行应以界址点数开头 (a parcel begins with its number of points)", "补上点数"));
    }
  }

  /** Offices count a ring's repeated first point, or do not. */
  private void endParcel() {
    int read = points.size() - first;
    long rings = points.stream().skip(first).mapToInt(BoundaryPoint::ring).distinct().count();
    if (parcel > 0 && declared >= 0 && declared != read && declared != read - rings) {
      issues.add(
          Located.error(
              parcelRow,
              "点数",
              declared,
              "声明 %d 个界址点，实有 %d 行 (points declared and found differ)".formatted(declared, read),
              "文件可能不完整，请重新导出 (the file may be cut off)"));
    }
  }

  private void point(String line, long row) {
    String[] cells = line.split("[,，]", -1);
    if (cells.length < 4) {
      issues.add(
          Located.error(
              row, null, line, "应为 点号,圈号,X,Y (point, ring, X, Y)", "检查该行的逗号 (check the commas)"));
      return;
    }
    if (!cells[1].strip().matches("\\d{1,4}")) {
      issues.add(
          Located.error(row, "圈号", cells[1].strip(), "圈号应为正整数 (ring is no number)", "外圈写 1"));
      return;
    }
    Double north = number(cells[2], "X", row);
    Double east = number(cells[3], "Y", row);
    if (north != null && east != null) {
      int ring = Math.max(1, parcel) * RINGS_A_PARCEL + Integer.parseInt(cells[1].strip());
      points.add(new BoundaryPoint(row, cells[0].strip(), ring, east, north));
    }
  }

  private Double number(String cell, String field, long row) {
    String text = cell.strip();
    if (NUMBER.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    issues.add(
        Located.error(
            row, field, text, "坐标不是数字 (coordinate is not a number)", "填写米数，如 3174669.149"));
    return null;
  }

  /**
   * What the heading and the shape of the eastings say together; must agree with what was given.
   */
  private CoordinateSystem system(String name, Optional<CoordinateSystem> given) {
    String datum = header.getOrDefault("坐标系", "");
    if (datum.isEmpty()) {
      return given.orElseThrow(
          () ->
              new UserFault(
                  name + " 的 [属性描述] 没有 坐标系 (no datum declared)",
                  "补上 坐标系=2000国家大地坐标系，或用 crs 指明 (declare it)"));
    }
    // Refuses what is not CGCS2000, saying why.
    if (!datum.contains("2000")) {
      CoordinateSystem.parse(datum);
    }
    CoordinateSystem inFile = zone(name, header.getOrDefault("带号", ""));
    if (given.isPresent() && given.get() != inFile) {
      throw new UserFault(
          name + " 声明的是 " + inFile.code() + "，与给出的 " + given.get().code() + " 矛盾 (contradiction)",
          "去掉 crs 或改正文件 (drop crs or mend the file)");
    }
    return inFile;
  }

  private CoordinateSystem zone(String name, String written) {
    // The larger, so that swapped axes are told as such, and not as a wrong zone.
    double largest =
        points.stream().mapToDouble(p -> Math.max(p.east(), p.north())).max().orElse(0);
    boolean prefixed = largest > 10_000_000;
    String prefix = prefixed ? Integer.toString((int) (largest / 1e6)) : "";
    String zone = written.isEmpty() ? prefix : written;
    boolean six = header.getOrDefault("几度分带", "3").startsWith("6");
    return switch ((six ? "6/" : "3/") + zone) {
      case "3/38", "3/114" ->
          prefixed ? CoordinateSystem.GK3_ZONE_38 : CoordinateSystem.GK3_CM_114E;
      case "3/39", "3/117" ->
          prefixed ? CoordinateSystem.GK3_ZONE_39 : CoordinateSystem.GK3_CM_117E;
      case "6/19", "6/111" ->
          prefixed ? CoordinateSystem.GK6_ZONE_19 : CoordinateSystem.GK6_CM_111E;
      case "6/20" -> prefixed ? CoordinateSystem.GK6_ZONE_20 : CoordinateSystem.GK6_CM_117E;
      default ->
          throw new UserFault(
              name + " 的 带号=" + zone + " 不在江西 (no zone of Jiangxi)",
              "3°带为 38 或 39，6°带为 19 或 20 (3° zones 38, 39; 6° zones 19, 20)");
    };
  }
}
