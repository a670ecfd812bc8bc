package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.datum.CoordinateSystem;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The land office's boundary points as parcels of a layer. */
class ParcelFileTest extends AtTheCounter {
  private void copy(String name) throws IOException {
    try (InputStream in = ParcelFileTest.class.getResourceAsStream("/survey/" + name)) {
      write(name, in.readAllBytes());
    }
  }

  @Test
  void aParcelIsARowWithItsAttributesAndItsHole() throws IOException {
    copy("site.txt");
    Read read = read("site.txt");
    assertThat(read.format()).isEqualTo("TXT");
    assertThat(read.columns()).contains("地块编号", "地块名称", "地块用途", "数据产生日期", "带号");
    assertThat(read.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.values()).containsEntry("地块编号", "1").containsEntry("地块名称", "示例地块");
              assertThat(row.geometry().toText())
                  .startsWith("MULTIPOLYGON (((38681600 3175500,")
                  .contains("), (38681640 3175540");
            });
    assertThat(CoordinateSystem.parse(read.crs().orElseThrow().words()))
        .isEqualTo(CoordinateSystem.GK3_ZONE_38);
  }

  @Test
  void gb18030IsToldAndAnUnprefixedEastingIsOfTheSameZone() throws IOException {
    copy("site_gb18030_unprefixed.txt");
    Read read = read("site_gb18030_unprefixed.txt");
    assertThat(read.encoding()).isEqualTo("GB18030");
    assertThat(read.notice()).contains("按内容判定为 GB18030");
    assertThat(read.crs().orElseThrow().words()).isEqualTo("EPSG:4547");
    zip("packed.zip", "site_gb18030_unprefixed.txt");
    assertThat(read("packed.zip").lines()).isEqualTo(read.lines());
  }

  @Test
  void anOpenRingAndAFileCutOffAreFaultsOfTheirParcel() throws IOException {
    copy("open.txt");
    copy("cut_off.txt");
    copy("beijing54.txt");
    assertThat(read("open.txt").rows().get(0).problems().toString()).contains("未闭合");
    assertThat(read("cut_off.txt").rows().get(0).problems().toString()).contains("17 个界址点，实有 11 行");
    assertThat(refusal("beijing54.txt")).contains("国家秘密");
  }

  @Test
  void aTextThatHoldsNoParcelsIsATable() {
    write("t.txt", "code\tname\n1\t甲\n");
    Read read = read("t.txt");
    assertThat(read.format()).isEqualTo("TSV");
    assertThat(read.lines()).containsExactly("1|甲|-");
  }
}
