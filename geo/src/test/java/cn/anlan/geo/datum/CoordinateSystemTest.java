package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateSystemTest {
  @ParameterizedTest
  @CsvSource({
    "EPSG:4490, CGCS2000",
    "4490, CGCS2000",
    "epsg::4490, CGCS2000",
    "urn:ogc:def:crs:EPSG::4490, CGCS2000",
    "http://www.opengis.net/def/crs/EPSG/0/4490, CGCS2000",
    "cgcs 2000, CGCS2000",
    "国家2000, CGCS2000",
    "WGS84, WGS84",
    "wgs-84, WGS84",
    "CRS84, WGS84",
    "OGC:CRS84, WGS84",
    "urn:ogc:def:crs:OGC:1.3:CRS84, WGS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, WGS84",
    "4326, WGS84",
    "EPSG:3857, WEB_MERCATOR",
    "4547, GK3_CM_114E",
    "4548, GK3_CM_117E",
    "4526, GK3_ZONE_38",
    "4527, GK3_ZONE_39",
    "4497, GK6_ZONE_19",
    "4498, GK6_ZONE_20",
    "4508, GK6_CM_111E",
    "4509, GK6_CM_117E",
    "GCJ-02, GCJ02",
    "gcj02, GCJ02",
    "火星, GCJ02",
    "BD-09, BD09",
    "bd09, BD09",
    "百度坐标, BD09"
  })
  void understandsWhatPeopleWrite(String words, CoordinateSystem system) {
    assertThat(CoordinateSystem.parse(words)).isEqualTo(system);
  }

  @ParameterizedTest
  @EnumSource(CoordinateSystem.class)
  void readsItsOwnCode(CoordinateSystem system) {
    assertThat(CoordinateSystem.parse(system.code())).isEqualTo(system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4214", "2414", "2435", "2415", "2436", "21419", "21459", "21420", "21460",
            "EPSG:4610",
        "2362", "2383", "2363", "2384", "2333", "2344", "2334", "2345", "北京54", "Beijing 1954",
        "BJ54", "1954北京坐标系", "西安80", "Xian 1980", "XIAN80", "urn:ogc:def:crs:EPSG::4214", "4555"
      })
  void refusesOldDatumsAndSaysWhy(String words) {
    assertThatThrownBy(() -> CoordinateSystem.parse(words))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(words)
        .hasMessageContaining("国家秘密")
        .hasMessageContaining("零平移")
        .extracting(e -> ((UserFault) e).remedy())
        .asString()
        .contains("EPSG:4490");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "EPSG:99999", "mars", "WGS72", "EPSG:", "44900000"})
  void namesWhatIsAcceptedWhenItDoesNotUnderstand(String words) {
    assertThatThrownBy(() -> CoordinateSystem.parse(words))
        .isInstanceOf(UserFault.class)
        .extracting(e -> ((UserFault) e).remedy())
        .asString()
        .contains("EPSG:4490", "EPSG:4547", "GCJ-02", "BD-09");
  }

  @Test
  void saysThatAZoneIsNotJiangxis() {
    assertThatThrownBy(() -> CoordinateSystem.parse("EPSG:4549"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("不在江西");
  }
}
