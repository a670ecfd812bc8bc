package cn.anlan.data.source.gdal;

import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * A drawing (DXF) as a table: one row for each entity, with the layer of the drawing that it stands
 * in, its handle and its text. Of several layers of the drawing one must be named. A drawing says
 * nothing of its coordinate system, and has no areas: where areas are wanted, a closed line is one.
 */
public final class Drawing implements DeliveredFile {
  private static final String LAYER = "Layer";

  private final OgrFile entities;
  private final String layer;
  private final boolean areas;

  /**
   * @param wanted the layer of the drawing
   * @param areas whether closed lines are taken for the areas they enclose
   */
  public Drawing(OgrFile entities, String name, Optional<String> wanted, boolean areas) {
    this.entities = entities;
    this.areas = areas;
    Set<String> layers = new TreeSet<>();
    entities.forEach(row -> layers.add(String.valueOf(row.values().get(LAYER))));
    this.layer = choose(layers, wanted, name);
  }

  private static String choose(Set<String> layers, Optional<String> wanted, String name) {
    String names = String.join(", ", layers);
    if (layers.isEmpty()) {
      throw new UserFault(name + " 里没有图形 (nothing drawn)", "检查文件是否正确");
    }
    if (wanted.isPresent() && !layers.contains(wanted.get())) {
      throw new UserFault(
          name + " 里没有图层 \"" + wanted.get() + "\" (no such layer of the drawing)",
          Spelling.hint(wanted.get(), layers) + "可选: " + names);
    }
    if (wanted.isEmpty() && layers.size() > 1) {
      throw new UserFault(
          name + " 画在 " + layers.size() + " 个图层上,须指明一个 (several layers in the drawing)",
          "加 --layer-name,可选 (choose): " + names);
    }
    return wanted.orElseGet(() -> layers.iterator().next());
  }

  @Override
  public String format() {
    return entities.format();
  }

  @Override
  public List<String> columns() {
    return entities.columns();
  }

  @Override
  public boolean hasGeometry() {
    return entities.hasGeometry();
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return entities.declaredCrs();
  }

  @Override
  public String encoding() {
    return entities.encoding();
  }

  @Override
  public List<Problem> notices() {
    List<Problem> notices = new ArrayList<>(entities.notices());
    if (areas) {
      notices.add(
          new Problem(
              "geom",
              layer,
              "图层要面:闭合的线按所围的面读入 (closed lines are read as the areas they enclose)",
              "不闭合的线不会成为面"));
    }
    return notices;
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    entities.forEach(
        row -> {
          if (layer.equals(String.valueOf(row.values().get(LAYER)))) {
            consumer.accept(areas ? asArea(row) : row);
          }
        });
  }

  private static SourceRow asArea(SourceRow row) {
    Geometry geometry = row.geometry();
    if (geometry instanceof LineString line && line.isClosed() && line.getNumPoints() > 3) {
      geometry = line.getFactory().createPolygon(line.getCoordinateSequence());
    }
    return new SourceRow(row.number(), row.values(), geometry, row.problems());
  }

  @Override
  public void close() {
    entities.close();
  }
}
