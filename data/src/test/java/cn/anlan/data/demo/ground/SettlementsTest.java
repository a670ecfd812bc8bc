package cn.anlan.data.demo.ground;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.FlatFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class SettlementsTest {
  private final Ground ground = DrawnProvince.ground();
  private final Settlements settlements = DrawnProvince.settlements();

  @Test
  void townshipsAndVillagesAddUpToTheCensus() {
    for (County county : ground.counties()) {
      assertThat(settlements.townshipsOf(county).stream().mapToLong(Township::population).sum())
          .as(county.name())
          .isEqualTo(county.population());
      assertThat(settlements.villagesOf(county).stream().mapToLong(Village::residents).sum())
          .as(county.name())
          .isEqualTo(county.population());
    }
    Map<Township, Long> byTownship = new HashMap<>();
    for (Village village : settlements.villages()) {
      assertThat(village.residents()).isPositive();
      byTownship.merge(village.township(), (long) village.residents(), Long::sum);
    }
    byTownship.forEach((town, sum) -> assertThat(sum).as(town.code()).isEqualTo(town.population()));
    assertThat(settlements.townships()).hasSizeBetween(1400, 1700);
    assertThat(settlements.villages()).hasSizeBetween(15_000, 19_000);
  }

  @Test
  void codesAreUniqueAndNamesAreUniqueInTheirCounty() {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Township town : settlements.townships()) {
      assertThat(codes.add(town.code())).as(town.code()).isTrue();
      assertThat(names.add(town.county().code() + town.name())).as(town.name()).isTrue();
      assertThat(town.code()).matches(town.county().code() + "\\d{3}");
      assertThat(town.name()).startsWith("示例");
    }
    for (Village village : settlements.villages()) {
      assertThat(codes.add(village.code())).as(village.code()).isTrue();
      assertThat(names.add(village.county().code() + village.name())).as(village.name()).isTrue();
      assertThat(village.code()).matches(village.township().code() + "\\d{3}");
    }
  }

  @Test
  void everyVillageHasRoomAndNothingNearItLeavesTheCountyOrEntersTheWater() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (Village village : settlements.villages()) {
      assertThat(village.clearRadiusM()).as(village.code()).isBetween(30.0, 3000.0);
    }
    List<Village> villages = settlements.villages();
    for (int i = 0; i < 4000; i++) {
      Village village = villages.get(random.nextInt(villages.size()));
      // a spread far beyond the room drives the places to its limit
      Coordinate at = Settlements.near(village, i % 2 == 0 ? 300 : 50_000, random);
      assertThat(ground.isLand(at)).as("seed %d, %s, %s", seed, village.code(), at).isTrue();
      assertThat(ground.countyAt(at))
          .as("seed %d, %s, %s", seed, village.code(), at)
          .contains(village.county());
    }
  }

  @Test
  void villagesLieNearerToTheirOwnTownshipThanToAnyOther() {
    for (Village village : settlements.villages()) {
      FlatFrame frame = FlatFrame.at(village.county().geometry().getEnvelopeInternal().centre());
      double own = metres(frame, village.at(), village.township().centre());
      for (Township other : settlements.townshipsOf(village.county())) {
        assertThat(metres(frame, village.at(), other.centre()))
            .as(village.code())
            .isGreaterThanOrEqualTo(own);
      }
    }
  }

  @Test
  void findsTheVillagesRoundAPlaceLikeASearchOfAll() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Village some = settlements.drawVillage(random);
      Coordinate at = Settlements.near(some, 2000, random);
      FlatFrame frame = FlatFrame.at(at);
      List<Village> expected =
          settlements.villages().stream().filter(v -> metres(frame, at, v.at()) <= 5000).toList();
      assertThat(settlements.villagesWithin(at, 5000))
          .as("%s", at)
          .containsExactlyInAnyOrderElementsOf(expected);
      double least =
          settlements.villages().stream()
              .mapToDouble(v -> metres(frame, at, v.at()))
              .min()
              .orElseThrow();
      assertThat(metres(frame, at, settlements.nearestVillage(at).at())).isEqualTo(least);
    }
  }

  @Test
  void theSameSeedGivesTheSameVillagesAndAnotherSeedOthers() {
    assertThat(Settlements.draw(ground, new DemoPlan(20191, 1)).villages())
        .isEqualTo(settlements.villages());
    assertThat(Settlements.draw(ground, new DemoPlan(5, 0.01)).villages())
        .isNotEqualTo(settlements.villages());
  }

  private static double metres(FlatFrame frame, Coordinate a, Coordinate b) {
    return Math.hypot((a.x - b.x) * frame.lonM(), (a.y - b.y) * frame.latM());
  }
}
