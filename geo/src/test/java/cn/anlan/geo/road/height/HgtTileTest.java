package cn.anlan.geo.road.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HgtTileTest {
  private static final int SIDE = 1201;

  @TempDir private Path directory;

  /** Height = column + 2·row from the north-west; one point unknown. */
  private static byte[] tile() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * SIDE * SIDE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        bytes.putShort((short) (row == 600 && column == 600 ? -32768 : column + 2 * row));
      }
    }
    return bytes.array();
  }

  @Test
  void heightsStandWhereTheNameSays() throws IOException {
    HeightGrid grid = HgtTile.read(Files.write(directory.resolve("N28E115.hgt"), tile()));
    assertThat(grid.heightM(115, 29)).isZero();
    assertThat(grid.heightM(116, 29)).isEqualTo(1200);
    assertThat(grid.heightM(115, 28)).isEqualTo(2400);
    assertThat(grid.heightM(116, 28)).isEqualTo(3600);
    assertThat(grid.heightM(115 + 10.25 / 1200, 29 - 3.5 / 1200)).isCloseTo(17.25, within(1e-6));
    assertThat(grid.heightM(115 + 600.5 / 1200, 29 - 600.5 / 1200)).isNaN();
    assertThat(grid.heightM(115 + 601 / 1200.0, 29 - 600 / 1200.0)).isCloseTo(1801, within(1e-6));
    assertThat(grid.heightM(114.9999, 28.5)).isNaN();
    assertThat(grid.stepSeconds()).isCloseTo(3, within(1e-9));
    assertThat(grid.voids()).isEqualTo(1);
    assertThat(new HeightGridElevation(grid).getEle(28, 116)).isEqualTo(3600);
  }

  @Test
  void aZippedTileOfTheSouthWestIsRead() throws IOException {
    Path file = directory.resolve("s05w070.SRTMGL3.hgt.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("S05W070.hgt"));
      zip.write(tile());
    }
    HeightGrid grid = HgtTile.read(file);
    assertThat(grid.heightM(-70, -4)).isZero();
    assertThat(grid.heightM(-69, -5)).isEqualTo(3600);
  }

  @Test
  void aBrokenTileOrAnotherNameIsRefused() throws IOException {
    Path cut = Files.write(directory.resolve("N28E115.hgt"), new byte[1000]);
    assertThatThrownBy(() -> HgtTile.read(cut))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("1,000")
        .hasMessageContaining("2,884,802");
    Path named = Files.write(directory.resolve("dem.hgt"), tile());
    assertThat(HgtTile.isNamedSo(named)).isFalse();
    assertThatThrownBy(() -> HgtTile.read(named))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("dem.hgt");
    Path empty = directory.resolve("N28E116.hgt.zip");
    new ZipOutputStream(Files.newOutputStream(empty)).close();
    assertThatThrownBy(() -> HgtTile.read(empty))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(".hgt");
  }
}
