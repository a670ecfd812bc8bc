package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.reach.ArrivalTimes;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.road.reach.ReachNetwork;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsTest {
  @TempDir Path folder;

  @Test
  void aTeamOnAnIslandIsNamedAndReachesOnlyWhatIsThere() throws Exception {
    ReachNetwork network = InventedRoad.ground(folder).network();
    LayerSnapshot stored =
        new InventedRoad.TeamRows()
            .at("F1", "fire_station", InventedRoad.WEST, InventedRoad.LAT)
            .at("I1", "fire_station", 115.74, 27.9)
            .at("F9", "fire_station", 117.0, 26.0)
            .at("F8", "fire_station", Double.NaN, Double.NaN)
            .build();
    Teams teams = Teams.of(stored, Scope.wholeProvince("test"), List.of("fire_station"), network);
    assertThat(teams.idle())
        .extracting(team -> team.code() + " " + team.reason())
        .containsExactly("F8 no_place", "F9 off_road", "I1 island");
    assertThat(teams.idle().get(2).at()).containsExactly(115.74, 27.9);
    assertThat(teams.idle().get(2).text().en()).contains("cut off");
    Placing islandThenMain =
        network.place(new double[] {115.72, 115.70}, new double[] {27.9, InventedRoad.LAT});
    ArrivalTimes times = teams.arrivals(Double.POSITIVE_INFINITY).at(islandThenMain);
    assertThat(teams.team(times.team(0)).code()).isEqualTo("I1");
    assertThat(teams.team(times.team(1)).code()).isEqualTo("F1");
  }
}
