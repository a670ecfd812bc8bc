package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.road.Road;
import cn.anlan.data.demo.road.RoadNetwork;
import cn.anlan.data.demo.road.RoadPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** Places on roads where accidents happen: more where more drive. */
final class AccidentSpots {
  private static final int TRIES = 30;

  private final Ground ground;
  private final Random random;
  private final Weighted<Road> all;
  private final Map<String, Weighted<Road>> byCounty = new HashMap<>();

  AccidentSpots(Ground ground, List<Road> roads, Random random) {
    this.ground = ground;
    this.random = random;
    this.all = weighted(roads);
    roads.stream()
        .collect(Collectors.groupingBy(r -> r.county().code()))
        .forEach((county, here) -> byCounty.put(county, weighted(here)));
  }

  private static Weighted<Road> weighted(List<Road> roads) {
    return new Weighted<>(
        roads, r -> Math.max(0.01, r.lengthKm()) * Math.sqrt(Math.max(1, r.adt())));
  }

  RoadPlace anywhere() {
    Road road = all.draw(random);
    return at(road, road.fromStakeKm() + random.nextDouble() * road.lengthKm());
  }

  /** A place on a road of the county and in it, or nothing where it has no road. */
  Optional<RoadPlace> in(County county) {
    Weighted<Road> roads = byCounty.get(county.code());
    for (int i = 0; roads != null && i < TRIES; i++) {
      Road road = roads.draw(random);
      RoadPlace place = at(road, road.fromStakeKm() + random.nextDouble() * road.lengthKm());
      if (countyOf(place) == county) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** The place at a stake of three decimals, that is to the metre. */
  static RoadPlace at(Road road, double stakeKm) {
    RoadPlace place = RoadNetwork.at(road, Math.round(stakeKm * 1000) / 1000.0);
    return new RoadPlace(road, Math.round(place.stakeKm() * 1000) / 1000.0, place.at());
  }

  /** The county that a place lies in; on the province's very edge the road's own. */
  County countyOf(RoadPlace place) {
    Coordinate at = new Coordinate(place.at().x, place.at().y);
    return ground.countyAt(at).orElse(place.road().county());
  }
}
