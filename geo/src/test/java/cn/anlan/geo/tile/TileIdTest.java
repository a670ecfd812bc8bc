package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.WebMercator;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places on the square of web maps, against published figures. */
class TileIdTest {
  private static final double HALF_WORLD_M = 20037508.342789244;

  /** The worked example of EPSG guidance note 7-2 for "Popular Visualisation Pseudo Mercator". */
  @Test
  void theExampleOfTheGuidanceNoteComesOut() {
    double lonDeg = -(100 + 20.0 / 60);
    double latDeg = 24 + 22.0 / 60 + 54.433 / 3600;
    assertThat((WebMercator.x(lonDeg) - 0.5) * 2 * HALF_WORLD_M)
        .isCloseTo(-11169055.58, within(0.01));
    assertThat((0.5 - WebMercator.y(latDeg)) * 2 * HALF_WORLD_M)
        .isCloseTo(2800000.00, within(0.01));
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    long seed = 4;
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      double latDeg = random.nextDouble() * 170 - 85;
      assertThat(WebMercator.latDeg(WebMercator.y(latDeg)))
          .as("seed %d", seed)
          .isCloseTo(latDeg, within(1e-12 * 100));
    }
  }

  @Test
  void nanchangLiesInItsTile() {
    // 28.68 N, 115.89 E: tile 10/841/426 by the formula of the OpenStreetMap wiki
    TileId tile = new TileId(10, 426, 841);
    assertThat(new CellGrid(tile, 1).cellOf(115.89, 28.68)).isZero();
    assertThat(new CellGrid(new TileId(10, 427, 841), 1).cellOf(115.89, 28.68)).isEqualTo(-1);
  }

  @Test
  void numbersThatNameNoTileAreRefused() {
    for (int[] zrc :
        new int[][] {{-1, 0, 0}, {17, 0, 0}, {0, 1, 0}, {3, 0, 8}, {3, -1, 0}, {40, 1, 1}}) {
      assertThatThrownBy(() -> new TileId(zrc[0], zrc[1], zrc[2])).isInstanceOf(UserFault.class);
    }
  }
}
