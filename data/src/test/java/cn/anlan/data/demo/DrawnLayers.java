package cn.anlan.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Keeps the layers that a theme hands over, and holds them to the catalogue and the ground. */
public final class DrawnLayers implements DemoSink {
  private final Map<String, List<DemoRow>> byLayer = new LinkedHashMap<>();
  private final List<DrawnLayers> earlier;

  /**
   * @param earlier the layers of other themes that rows of this one may refer to
   */
  public DrawnLayers(DrawnLayers... earlier) {
    this.earlier = List.of(earlier);
  }

  @Override
  public void layer(String layer, Consumer<Consumer<DemoRow>> rows) {
    List<DemoRow> taken = new ArrayList<>();
    rows.accept(taken::add);
    assertThat(byLayer.put(layer, taken)).as(layer + " handed over twice").isNull();
  }

  /** The rows of a layer that was handed over, in their order. */
  public List<DemoRow> get(String layer) {
    return find(layer).orElseThrow(() -> new AssertionError(layer + " was not handed over"));
  }

  /** The rows of a layer, here or in an earlier theme. */
  Optional<List<DemoRow>> find(String layer) {
    return byLayer.containsKey(layer)
        ? Optional.of(byLayer.get(layer))
        : earlier.stream().flatMap(e -> e.find(layer).stream()).findFirst();
  }

  /** What this theme handed over, in its order. */
  public Set<String> ids() {
    return byLayer.keySet();
  }

  /** Visits what this theme handed over, in its order. */
  public void forEach(BiConsumer<String, List<DemoRow>> visitor) {
    byLayer.forEach(visitor);
  }

  /** The rows of a layer by code. */
  public Map<String, DemoRow> byCode(String layer) {
    return get(layer).stream().collect(Collectors.toMap(DemoRow::code, Function.identity()));
  }

  /** Holds every row of a layer to the catalogue. */
  public void assertFitsCatalogue(String layer) {
    CatalogueFit.check(layer, this);
  }

  /** Every row lies wholly in the county it names. */
  public void assertLiesInItsCounty(String layer, Ground ground) {
    Map<Object, PreparedGeometry> counties = new HashMap<>();
    for (DemoRow row : get(layer)) {
      PreparedGeometry county =
          counties.computeIfAbsent(
              row.values().get("county_code"),
              c -> PreparedGeometryFactory.prepare(ground.getCounty((String) c).geometry()));
      assertThat(county.covers(row.geometry())).as("%s %s", layer, row.code()).isTrue();
    }
  }

  /** No row touches the water. */
  public void assertStaysDry(String layer, Ground ground) {
    for (DemoRow row : get(layer)) {
      assertThat(ground.preparedWater().intersects(row.geometry()))
          .as("%s %s in the water", layer, row.code())
          .isFalse();
    }
  }
}
