package cn.anlan.data.source;

import cn.anlan.data.parcel.LandOfficeTxt;
import cn.anlan.data.parcel.Parcel;
import cn.anlan.data.parcel.ParcelPoint;
import cn.anlan.data.parcel.RingArea;
import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * The land office's file of boundary points (界址点) as a table of parcels: the cells of a parcel's
 * line, what the file's heading says of all, and the area that its rings enclose. An open ring is a
 * fault of the parcel; nothing is closed here.
 */
final class ParcelFile implements DeliveredFile {
  private static final List<String> ATTRIBUTES =
      List.of("界址点数", "地块面积", "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Path utf8;
  private final String name;
  private final TextEncoding encoding;
  private final LandOfficeTxt.Summary summary;
  private final List<String> columns;
  private final Runnable onClose;

  ParcelFile(TextFile text, String name, Runnable onClose) {
    this.utf8 = text.utf8();
    this.name = name;
    this.encoding = text.encoding();
    this.onClose = onClose;
    int[] widest = {0};
    this.summary = read(p -> widest[0] = Math.max(widest[0], p.attributes().size()));
    if (summary.parcels() == 0) {
      throw new UserFault(name + " 没有 [地块坐标] 界址点 (no boundary points)", "应为国土报盘格式:[属性描述] 与 [地块坐标]");
    }
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i < widest[0]; i++) {
      all.add(attribute(i));
    }
    summary.header().forEach((key, value) -> all.add(key));
    this.columns = List.copyOf(all);
  }

  private static String attribute(int index) {
    return index < ATTRIBUTES.size() ? ATTRIBUTES.get(index) : "属性" + (index + 1);
  }

  private LandOfficeTxt.Summary read(Consumer<Parcel> parcels) {
    try (BufferedReader reader = Files.newBufferedReader(utf8)) {
      return LandOfficeTxt.read(reader, parcels);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  @Override
  public String format() {
    return "TXT";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return summary.namesDatum()
        ? Optional.of(new DeclaredCrs(summary.getSystem(name).code(), true))
        : Optional.empty();
  }

  @Override
  public String encoding() {
    return encoding.charset().name();
  }

  @Override
  public List<Problem> notices() {
    return encoding.notices();
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    long[] number = {0};
    read(parcel -> consumer.accept(row(++number[0], parcel)));
  }

  private SourceRow row(long number, Parcel parcel) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < parcel.attributes().size(); i++) {
      values.put(attribute(i), parcel.attributes().get(i));
    }
    summary.header().forEach(values::putIfAbsent);
    List<Problem> problems = new ArrayList<>();
    parcel
        .faults()
        .forEach(
            f ->
                problems.add(
                    new Problem(
                        f.field() == null ? "geom" : f.field(),
                        f.value(),
                        "第 " + f.row() + " 行: " + f.reason(),
                        f.remedy())));
    Geometry geometry = problems.isEmpty() ? geometry(parcel, problems) : null;
    return new SourceRow(number, values, geometry, problems);
  }

  private static Geometry geometry(Parcel parcel, List<Problem> problems) {
    Map<Integer, List<CoordinateXY>> rings = new LinkedHashMap<>();
    for (ParcelPoint p : parcel.points()) {
      rings
          .computeIfAbsent(p.ring(), key -> new ArrayList<>())
          .add(new CoordinateXY(p.east(), p.north()));
    }
    List<LinearRing> lines = new ArrayList<>();
    rings.forEach(
        (ring, points) -> {
          boolean closed =
              points.size() > 3 && points.get(0).equals2D(points.get(points.size() - 1));
          if (closed) {
            lines.add(FACTORY.createLinearRing(points.toArray(CoordinateXY[]::new)));
          } else {
            problems.add(
                new Problem(
                    "geom",
                    "圈 " + ring,
                    "第 " + parcel.row() + " 行的地块,圈 " + ring + " 未闭合或少于三点 (ring not closed)",
                    "在末尾重复首点,或补全缺少的界址点"));
          }
        });
    return problems.isEmpty() && !lines.isEmpty() ? RingArea.of(lines) : null;
  }

  @Override
  public void close() {
    onClose.run();
  }
}
