package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.road.AccidentProne;
import cn.anlan.data.demo.road.RoadPlace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Road crashes that are no production accidents, for the work on accident-prone segments (事故易发路段).
 * The criterion they are planted by is the default one: 3 fatal crashes in 3 years within 500 m, or
 * 5 with injury within 2 km. {@link cn.anlan.data.demo.road.RoadNetwork#planted()} lists the
 * planted segments.
 */
final class RoadCrashes {
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
  private static final double SPOT_KM = 0.4;
  private static final double STRETCH_KM = 1.8;
  private static final int PLANTED_FATAL = 5;
  private static final int PLANTED_SERIOUS = 12;

  /** Worst harm done by a crash. */
  private enum Harm {
    DEATH,
    SERIOUS,
    SLIGHT
  }

  private final AccidentSpots spots;
  private final AccidentWords words;
  private final AccidentTimes times;
  private final AccidentRows rows;
  private final Random random;

  RoadCrashes(AccidentSpots spots, AccidentWords words, AccidentRows rows, Random random) {
    this.spots = spots;
    this.words = words;
    this.times = new AccidentTimes(words, random);
    this.rows = rows;
    this.random = random;
  }

  void draw(List<AccidentProne> prone) {
    for (int year = 2019; year <= 2021; year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      int crashes = words.crashesPerYear().get(Integer.toString(year));
      for (int i = 0; i < crashes; i++) {
        crash(spots.anywhere(), times.day(first, LocalDate.of(year, 12, 31)), harm());
      }
    }
    for (AccidentProne segment : prone) {
      if (segment.planted()) {
        plant(segment);
      } else {
        registered(segment);
      }
    }
  }

  private Harm harm() {
    double x = random.nextDouble();
    return x < words.crashFatalShare()
        ? Harm.DEATH
        : x < words.crashFatalShare() + words.crashSeriousShare() ? Harm.SERIOUS : Harm.SLIGHT;
  }

  /** A clear excess: fatal crashes on a spot, injuries on the stretch round it. */
  private void plant(AccidentProne segment) {
    double middle = (segment.fromStakeKm() + segment.toStakeKm()) / 2;
    double spot = Math.min(SPOT_KM, segment.toStakeKm() - segment.fromStakeKm());
    double stretch = Math.min(STRETCH_KM, segment.toStakeKm() - segment.fromStakeKm());
    crashes(segment, middle, spot, PLANTED_FATAL, Harm.DEATH);
    crashes(segment, middle, stretch, PLANTED_SERIOUS, Harm.SERIOUS);
  }

  /** A moderate one: a few injuries, seldom a death. */
  private void registered(AccidentProne segment) {
    double middle = (segment.fromStakeKm() + segment.toStakeKm()) / 2;
    double stretch = Math.min(STRETCH_KM, segment.toStakeKm() - segment.fromStakeKm());
    crashes(segment, middle, stretch, random.nextInt(2), Harm.DEATH);
    crashes(segment, middle, stretch, 2 + random.nextInt(4), Harm.SERIOUS);
    crashes(segment, middle, stretch, 2 + random.nextInt(5), Harm.SLIGHT);
  }

  private void crashes(
      AccidentProne segment, double middleKm, double lengthKm, int count, Harm harm) {
    for (int i = 0; i < count; i++) {
      double stakeKm = middleKm + (random.nextDouble() - 0.5) * lengthKm;
      crash(AccidentSpots.at(segment.road(), stakeKm), times.day(FIRST, LAST), harm);
    }
  }

  private void crash(RoadPlace place, LocalDate day, Harm harm) {
    Map<String, Object> values =
        rows.add(
            "示例道路交通事故",
            day,
            times.hour(),
            "road_transport",
            "vehicle",
            spots.countyOf(place),
            place.at());
    values.put("is_production_related", false);
    AccidentRows.onRoad(values, place);
    switch (harm) {
      case DEATH ->
          Casualties.fill(values, random.nextDouble() < 0.9 ? 1 : 2, 7, "vehicle", random);
      case SERIOUS -> Casualties.fill(values, 0, 7, "vehicle", random);
      case SLIGHT -> Casualties.fillSlight(values, random);
    }
  }
}
