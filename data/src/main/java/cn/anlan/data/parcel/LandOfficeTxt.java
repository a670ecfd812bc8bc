package cn.anlan.data.parcel;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The land offices' exchange file of parcels: a block {@code [属性描述]} of {@code key=value}, and a
 * block {@code [地块坐标]} where a line that ends in {@code @} begins a parcel (number of points first)
 * and each following line is a point: number, ring, X, Y. X is the northing and Y the easting, with
 * or without the zone's prefix. Each ring repeats its first point at its end.
 */
public final class LandOfficeTxt {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
  private static final String HEADER = "[属性描述]";
  private static final String PARCELS = "[地块坐标]";
  private static final int LONGEST_LINE = 10_000;

  private final Map<String, String> header = new LinkedHashMap<>();
  private final Consumer<Parcel> parcels;
  private Parcel parcel;
  private int declared;
  private double largest;
  private long count;

  private LandOfficeTxt(Consumer<Parcel> parcels) {
    this.parcels = parcels;
  }

  /**
   * What the whole file said.
   *
   * @param header keys and values of {@code [属性描述]}, in order
   * @param largest coordinate of all, by which a zone's prefix is known; metres
   * @param parcels how many there were, a first one without its line included
   */
  public record Summary(Map<String, String> header, double largest, long parcels) {

    /** Whether the file names a datum. */
    public boolean namesDatum() {
      return !header.getOrDefault("坐标系", "").isEmpty();
    }

    /**
     * What the heading and the shape of the eastings say together.
     *
     * @param name what messages call the file
     * @throws UserFault where the datum is none that is taken, or the zone none of Jiangxi
     */
    public CoordinateSystem getSystem(String name) {
      String datum = header.getOrDefault("坐标系", "");
      if (!datum.contains("2000")) {
        // Refuses what is not CGCS2000, saying why.
        CoordinateSystem.parse(datum);
      }
      boolean prefixed = largest > 10_000_000;
      String prefix = prefixed ? Integer.toString((int) (largest / 1e6)) : "";
      String written = header.getOrDefault("带号", "");
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

  /** Whether a text begins as such a file does. */
  public static boolean isOne(String start) {
    return start.contains(HEADER) || start.contains(PARCELS);
  }

  /** Reads the file once; each parcel is handed over when it is complete, with its faults. */
  public static Summary read(BufferedReader text, Consumer<Parcel> parcels) throws IOException {
    LandOfficeTxt reader = new LandOfficeTxt(parcels);
    reader.read(text);
    return new Summary(reader.header, reader.largest, reader.count);
  }

  private void read(BufferedReader text) throws IOException {
    String block = "";
    long row = 0;
    for (String raw = text.readLine(); raw != null; raw = text.readLine()) {
      row++;
      String line = (row == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw).strip();
      if (line.length() > LONGEST_LINE) {
        throw new UserFault("第 " + row + " 行过长 (line too long)", "检查文件是否正确");
      }
      if (line.startsWith("[")) {
        block = line;
      } else if (block.equals(HEADER) && line.contains("=")) {
        header.put(
            line.substring(0, line.indexOf('=')).strip(),
            line.substring(line.indexOf('=') + 1).strip());
      } else if (block.equals(PARCELS) && line.endsWith("@")) {
        begin(line, row);
      } else if (block.equals(PARCELS) && !line.isEmpty()) {
        point(line, row);
      }
    }
    end();
  }

  private void begin(String line, long row) {
    end();
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(0, line.length() - 1).split("[,，]", -1)) {
      cells.add(cell.strip());
    }
    if (cells.size() > 1 && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    open(row, cells);
    String first = cells.get(0);
    declared = first.matches("\\d{1,6}") ? Integer.parseInt(first) : -1;
    if (declared < 0) {
      fault(row, "点数", first, "地块行应以界址点数开头 (a parcel begins with its number of points)", "补上点数");
    }
  }

  private void open(long row, List<String> attributes) {
    parcel = new Parcel(row, List.copyOf(attributes), new ArrayList<>(), new ArrayList<>());
    declared = -1;
    count++;
  }

  /** Offices count a ring's repeated first point, or do not. */
  private void end() {
    if (parcel == null) {
      return;
    }
    int read = parcel.points().size();
    long rings = parcel.points().stream().mapToInt(ParcelPoint::ring).distinct().count();
    if (declared >= 0 && declared != read && declared != read - rings) {
      fault(
          parcel.row(),
          "点数",
          Integer.toString(declared),
          "声明 %d 个界址点，实有 %d 行 (points declared and found differ)".formatted(declared, read),
          "文件可能不完整，请重新导出 (the file may be cut off)");
    }
    parcels.accept(parcel);
    parcel = null;
  }

  private void point(String line, long row) {
    if (parcel == null) {
      open(row, List.of());
    }
    String[] cells = line.split("[,，]", -1);
    if (cells.length < 4) {
      fault(row, null, line, "应为 点号,圈号,X,Y (point, ring, X, Y)", "检查该行的逗号 (check the commas)");
      return;
    }
    if (!cells[1].strip().matches("\\d{1,4}")) {
      fault(row, "圈号", cells[1].strip(), "圈号应为正整数 (ring is no number)", "外圈写 1");
      return;
    }
    Double north = number(cells[2], "X", row);
    Double east = number(cells[3], "Y", row);
    if (north != null && east != null) {
      // The larger, so that swapped axes are told as such, and not as a wrong zone.
      largest = Math.max(largest, Math.max(north, east));
      int ring = Integer.parseInt(cells[1].strip());
      parcel.points().add(new ParcelPoint(row, cells[0].strip(), ring, east, north));
    }
  }

  private Double number(String cell, String field, long row) {
    String text = cell.strip();
    if (NUMBER.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    fault(row, field, text, "坐标不是数字 (coordinate is not a number)", "填写米数，如 3174669.149");
    return null;
  }

  private void fault(long row, String field, String value, String reason, String remedy) {
    parcel.faults().add(new ParcelFault(row, field, value, reason, remedy));
  }
}
