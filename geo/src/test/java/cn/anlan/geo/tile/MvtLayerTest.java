package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.wdtinc.mapbox_vector_tile.VectorTile;
import com.wdtinc.mapbox_vector_tile.VectorTile.Tile.Feature;
import com.wdtinc.mapbox_vector_tile.VectorTile.Tile.GeomType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the Mapbox Vector Tile specification 2.1, section 4.3.5, and its values. */
class MvtLayerTest {
  @Test
  void aPointIsEncodedAsInTheSpecification() throws Exception {
    MvtLayer layer = new MvtLayer("test");
    layer.feature(1).point(25, 17);
    Feature feature = only(layer).getFeatures(0);
    assertThat(feature.getType()).isEqualTo(GeomType.POINT);
    assertThat(feature.getGeometryList()).containsExactly(9, 50, 34);
  }

  @Test
  void linesAreEncodedAsInTheSpecification() throws Exception {
    MvtLayer layer = new MvtLayer("test");
    layer.feature(1).lines(List.of(new int[] {2, 2, 2, 10, 10, 10}, new int[] {1, 1, 3, 5}));
    Feature feature = only(layer).getFeatures(0);
    assertThat(feature.getType()).isEqualTo(GeomType.LINESTRING);
    assertThat(feature.getGeometryList())
        .containsExactly(9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8);
  }

  @Test
  void polygonsAreEncodedAndTurnedAsInTheSpecification() throws Exception {
    int[] first = {0, 0, 10, 0, 10, 10, 0, 10};
    int[] second = {11, 11, 20, 11, 20, 20, 11, 20};
    int[] hole = {13, 13, 13, 17, 17, 17, 17, 13};
    assertThat(Rings.oriented(first, true)).isSameAs(first);
    assertThat(Rings.oriented(hole, false)).isSameAs(hole);
    assertThat(Rings.oriented(first, false)).containsExactly(0, 10, 10, 10, 10, 0, 0, 0);
    MvtLayer layer = new MvtLayer("test");
    layer.feature(1).polygons(List.of(first, second, hole));
    Feature feature = only(layer).getFeatures(0);
    assertThat(feature.getType()).isEqualTo(GeomType.POLYGON);
    assertThat(feature.getGeometryList())
        .containsExactly(
            9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, //
            9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, //
            9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15);
  }

  @Test
  void everyKindOfValueIsReadBackAndEqualOnesAreStoredOnce() throws Exception {
    MvtLayer layer = new MvtLayer("risk_point");
    layer
        .feature(Long.MAX_VALUE)
        .tag("name", "示例")
        .tag("level", 1L)
        .tag("below", -7L)
        .tag("share", 0.25)
        .tag("demo", true)
        .tag("nothing", null)
        .point(0, 0);
    layer.cell().tag("n", 1L).point(-1, 5000);
    VectorTile.Tile.Layer read = only(layer);
    assertThat(read.getVersion()).isEqualTo(2);
    assertThat(read.getName()).isEqualTo("risk_point");
    assertThat(read.getExtent()).isEqualTo(4096);
    assertThat(read.getKeysList()).containsExactly("name", "level", "below", "share", "demo", "n");
    assertThat(read.getValuesCount()).isEqualTo(5);
    assertThat(read.getValues(0).getStringValue()).isEqualTo("示例");
    assertThat(read.getValues(2).getSintValue()).isEqualTo(-7);
    assertThat(read.getValues(3).getDoubleValue()).isEqualTo(0.25);
    assertThat(read.getValues(4).getBoolValue()).isTrue();
    assertThat(read.getFeatures(0).getId()).isEqualTo(Long.MAX_VALUE);
    assertThat(read.getFeatures(1).hasId()).isFalse();
    assertThat(read.getFeatures(1).getTagsList()).containsExactly(5, 1);
    assertThat(read.getValues(1).getUintValue()).isEqualTo(1);
  }

  @Test
  void aTileWithoutFeaturesHasNoBytes() {
    assertThat(new MvtLayer("empty").toTile()).isEmpty();
  }

  private static VectorTile.Tile.Layer only(MvtLayer layer) throws Exception {
    VectorTile.Tile tile = VectorTile.Tile.parseFrom(layer.toTile());
    assertThat(tile.getLayersCount()).isEqualTo(1);
    return tile.getLayers(0);
  }
}
