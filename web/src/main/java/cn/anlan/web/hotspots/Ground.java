package cn.anlan.web.hotspots;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.EqualAreaPlane;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The province that grids and counties are laid over, remembered as long as the regions stay as
 * they are: the cells of the last few grids, the counties of the last few days. Thread-safe.
 */
final class Ground {
  private static final int KEPT = 8;

  private record GridKey(CellShape shape, double cellM) {}

  private final Map<Object, Object> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
          return size() > KEPT;
        }
      };
  private long regionsNumber = -1;
  private String scopeKey;
  private Geometry outline;

  /** The cells of a grid over the province. */
  synchronized Cover cover(LayerSnapshot regions, Scope scope, CellShape shape, double cellM) {
    settle(regions, scope);
    return (Cover)
        made.computeIfAbsent(
            new GridKey(shape, cellM), key -> Cover.of(shape, cellM, outline(regions, scope)));
  }

  /** The counties of a day. */
  synchronized CountyUnits counties(LayerSnapshot regions, Scope scope, LocalDate day) {
    settle(regions, scope);
    return (CountyUnits)
        made.computeIfAbsent(day, key -> new CountyUnits(regions, scope, (LocalDate) key));
  }

  private void settle(LayerSnapshot regions, Scope scope) {
    if (regions.number() != regionsNumber || !scope.cacheKey().equals(scopeKey)) {
      made.clear();
      outline = null;
      regionsNumber = regions.number();
      scopeKey = scope.cacheKey();
    }
  }

  private Geometry outline(LayerSnapshot regions, Scope scope) {
    if (outline == null) {
      List<Geometry> provinces = new ArrayList<>();
      Query.on(regions, scope)
          .rows()
          .forEach(
              (int row) -> {
                if ("province".equals(regions.text("admin_level", row))) {
                  regions.findGeometry(row).ifPresent(provinces::add);
                }
              });
      Geometry union = UnaryUnionOp.union(provinces);
      if (union == null || union.isEmpty()) {
        throw new UserFault(
            "行政区图层没有省界，不能铺格网 (the layer region has no province to lay a grid over)",
            "先装入底图 (load the base map): ./anlan demo");
      }
      outline = EqualAreaPlane.toPlane(union);
    }
    return outline;
  }
}
