package cn.anlan.geo.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteNameTest {
  @Test
  void theNumberIsReadFromWhatPeopleWrite() {
    String[][] cases = {
      {"G105", "G105"},
      {"g 105", "G105"},
      {"Ｇ１０５线", "G105"},
      {"105国道", "G105"},
      {"国道105", "G105"},
      {"国道105线", "G105"},
      {"105号国道", "G105"},
      {"G60沪昆高速公路", "G60"},
      {"沪昆高速（G60）", "G60"},
      {"省道S208", "S208"},
      {"208省道", "S208"},
      {"县道X012", "X12"},
      {"乡道Y3", "Y3"},
      {"G-105", "G105"},
      {"G0321德上高速", "G0321"},
      {"国道0321", "G0321"},
      {"G0422", "G0422"},
      {"s0201", "S0201"},
      {"G15W常台高速", "G15W"},
      {"G4W2", "G4W2"},
      {"G105K2143+200", "G105"},
      {"G105 S208", "G105"},
      {"012县道", "X12"},
      {"Y0012", "Y12"},
    };
    for (String[] one : cases) {
      assertThat(RouteName.number(one[0])).as(one[0]).contains(one[1]);
    }
    for (String none :
        new String[] {"昌九高速", "人民路105号", "", "国道", "LG105X", "X012360102", "12345国道"}) {
      assertThat(RouteName.number(none)).as(none).isEmpty();
    }
    assertThat(RouteName.number(null)).isEmpty();
  }
}
