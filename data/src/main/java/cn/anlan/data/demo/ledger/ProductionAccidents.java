package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.road.RoadPlace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/**
 * Production accidents (生产安全事故) city by city: exact where figures are published, elsewhere by
 * residents with more spread than Poisson's.
 */
final class ProductionAccidents {
  private final Ground ground;
  private final Settlements settlements;
  private final AccidentSpots spots;
  private final AccidentWords words;
  private final AccidentTimes times;
  private final AccidentRows rows;
  private final Random random;
  private final Weighted<AccidentWords.Sector> sectors;

  ProductionAccidents(
      Ground ground,
      Settlements settlements,
      AccidentSpots spots,
      AccidentWords words,
      AccidentRows rows,
      Random random) {
    this.ground = ground;
    this.settlements = settlements;
    this.spots = spots;
    this.words = words;
    this.times = new AccidentTimes(words, random);
    this.rows = rows;
    this.random = random;
    this.sectors = new Weighted<>(words.sectors(), AccidentWords.Sector::share);
  }

  void draw() {
    Map<String, List<County>> cities =
        ground.counties().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.cityCode().substring(0, 4), TreeMap::new, Collectors.toList()));
    double residents = ground.counties().stream().mapToLong(County::population).sum();
    cities.forEach(
        (city, counties) -> {
          // Habit of the county beside its residents: accidents cluster.
          List<Double> habits =
              counties.stream()
                  .map(c -> c.population() * Math.exp(0.35 * random.nextGaussian()))
                  .toList();
          Weighted<County> byCounty =
              new Weighted<>(counties, c -> habits.get(counties.indexOf(c)));
          double share = counties.stream().mapToLong(County::population).sum() / residents;
          for (int year = 2019; year <= 2021; year++) {
            year(city, byCounty, share, residents, year);
          }
        });
  }

  private void year(
      String city, Weighted<County> counties, double share, double residents, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    double perYear =
        words.perMillionResidents().get(Integer.toString(year)) * share * residents / 1e6;
    Optional<AccidentWords.Window> given =
        words.windows().stream()
            .filter(w -> w.city().equals(city) && w.from().getYear() == year)
            .findFirst();
    if (given.isPresent()) {
      AccidentWords.Window w = given.get();
      accidents(counties, w.from(), w.to(), w.accidents(), w.deaths(), w.larger());
      double rest = (last.toEpochDay() - w.to().toEpochDay()) / 365.0;
      open(counties, w.to().plusDays(1), last, perYear * rest, 0);
    } else {
      // Lognormal of mean 1: more spread from year to year than Poisson alone.
      double spread = Math.exp(0.12 * random.nextGaussian() - 0.0072);
      open(counties, first, last, perYear * spread, words.largerPerYear() * share);
    }
  }

  private void open(
      Weighted<County> counties, LocalDate from, LocalDate to, double mean, double largerMean) {
    int accidents = Counts.poisson(mean, random);
    int larger = Math.min(accidents / 10, Counts.poisson(largerMean, random));
    int deaths = 5 * larger + (int) Math.round((accidents - larger) * words.deathsPerAccident());
    accidents(counties, from, to, accidents, deaths, larger);
  }

  private void accidents(
      Weighted<County> counties,
      LocalDate from,
      LocalDate to,
      int accidents,
      int deaths,
      int larger) {
    for (int toll : DeathTolls.of(accidents, deaths, larger, random)) {
      accident(counties.draw(random), times.day(from, to), toll);
    }
  }

  private void accident(County county, LocalDate day, int deaths) {
    AccidentWords.Sector sector = sectors.draw(random);
    String type = sector.types().get(random.nextInt(sector.types().size()));
    boolean road = sector.sector().equals("road_transport");
    Optional<RoadPlace> place = road ? spots.in(county) : Optional.empty();
    Coordinate at =
        place
            .map(RoadPlace::at)
            .orElseGet(
                () -> Settlements.near(settlements.drawVillage(county, random), 900, random));
    Map<String, Object> values =
        rows.add("示例生产安全事故", day, times.hour(), sector.sector(), type, county, at);
    values.put("is_production_related", true);
    place.ifPresent(p -> AccidentRows.onRoad(values, p));
    int days = road || type.equals("fire") ? 7 : 30;
    Casualties.fill(values, deaths, days, type, random);
    int closed = LedgerDays.number(day) + 60 + random.nextInt(deaths >= 3 ? 180 : 100);
    if (closed <= LedgerDays.END) {
      values.put("case_closed_on", LedgerDays.date(closed));
    }
  }
}
