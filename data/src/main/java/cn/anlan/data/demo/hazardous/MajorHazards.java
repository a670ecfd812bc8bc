package cn.anlan.data.demo.hazardous;

import cn.anlan.analytics.grade.Gb18218;
import cn.anlan.analytics.grade.Gb18218.Grade;
import cn.anlan.analytics.grade.Gb18218.Quantity;
import cn.anlan.analytics.grade.Gb18218.Substance;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Polygon;

/** Major hazard installations of chemical enterprises, graded by {@link Gb18218}. */
final class MajorHazards {
  private static final int UNITS = 420;
  private static final double EXPOSED_WITHIN_M = 500;
  private static final double PLANT_M = 170;
  private static final double SMALLEST_PLANT_M = 40;

  private final Gb18218 standard = GradingTables.ours().majorHazard();
  private final ExposedResidents residents;
  private final ChemicalParks parks;
  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<String> unassessedOutside = new ArrayList<>();

  private MajorHazards(Settlements settlements, ChemicalParks parks, Random random) {
    this.residents = new ExposedResidents(settlements);
    this.parks = parks;
    this.random = random;
  }

  static MajorHazards draw(
      Settlements settlements, Industry industry, ChemicalParks parks, Random random) {
    MajorHazards drawn = new MajorHazards(settlements, parks, random);
    List<Enterprise> chemical =
        new ArrayList<>(
            industry.enterprises().stream()
                .filter(e -> e.sector().equals("hazardous_chemicals"))
                .filter(e -> e.commissionedOn() != null && e.clearM() > SMALLEST_PLANT_M)
                .toList());
    Collections.shuffle(chemical, random);
    for (Enterprise enterprise : chemical) {
      if (drawn.rows.size() == UNITS) {
        break;
      }
      Polygon plant =
          industry
              .plantOf(enterprise)
              .orElseGet(
                  () ->
                      Shapes.plot(
                          FlatFrame.bySeries(enterprise.at()),
                          Math.min(PLANT_M, enterprise.clearM()),
                          6,
                          random));
      long exposed = drawn.residents.within(plant, EXPOSED_WITHIN_M);
      int units = 1 + random.nextInt(3);
      for (int i = 0; i < units && drawn.rows.size() < UNITS; i++) {
        drawn.add(enterprise, plant, exposed, i);
      }
    }
    return drawn;
  }

  void write(Consumer<DemoRow> out) {
    rows.forEach(out);
  }

  List<Planted> planted() {
    return unassessedOutside.isEmpty()
        ? List.of()
        : List.of(
            new Planted(
                "major_hazard_unassessed_outside_park",
                "major_hazard_installation",
                unassessedOutside,
                null,
                "化工园区外的重大危险源未做安全评估"));
  }

  private void add(Enterprise enterprise, Polygon plant, long exposed, int number) {
    boolean storage = number > 0 || random.nextBoolean();
    List<Quantity> quantities = quantities(storage);
    Grade grade = standard.grade(quantities, exposed);
    String code = DemoCodes.of("MH", rows.size() + 1);
    Map<String, Object> values = new HashMap<>();
    values.put("name", enterprise.name() + (storage ? "储罐区" : "生产装置") + (number + 1) + "单元");
    values.put("enterprise_code", enterprise.code());
    values.put("unit_type", storage ? "storage" : "production");
    values.put(
        "substances",
        quantities.stream()
            .map(q -> q.substance().name() + " " + q.tonnes().toPlainString() + " t")
            .toList());
    values.put(
        "liquefied_hydrocarbon",
        quantities.stream().anyMatch(q -> q.substance().name().equals("液化石油气")));
    values.put("commissioned_on", enterprise.commissionedOn());
    values.put("quantity_ratio", thousandths(grade.ratio()));
    values.put("exposed_500m", exposed);
    values.put("alpha", grade.alpha().doubleValue());
    values.put("r_value", thousandths(grade.rValue()));
    values.put("hazard_level", (long) grade.level());
    values.put("online_monitored", random.nextDouble() < (grade.level() < 3 ? 0.98 : 0.85));
    boolean inPark = parks.covers(enterprise);
    values.put("in_park", inPark);
    boolean assessed = random.nextDouble() < (inPark ? 0.97 : 0.9);
    values.put("assessed", assessed);
    if (assessed) {
      values.put("assessed_on", DemoDates.between(random, 2019, 2021));
    } else if (!inPark) {
      unassessedOutside.add(code);
    }
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", enterprise.county().code());
    rows.add(new DemoRow(code, values, plant, 2.0));
  }

  /** One to three substances that together reach the threshold. */
  private List<Quantity> quantities(boolean storage) {
    List<Substance> choices = new ArrayList<>(standard.substances());
    Collections.shuffle(choices, random);
    int count = 1 + random.nextInt(3);
    double mean = storage ? 2.2 : 1.2;
    List<Quantity> quantities = new ArrayList<>();
    for (Substance substance : choices.subList(0, count)) {
      double ratio = 1 + mean * Math.exp(random.nextGaussian() * 0.9);
      double tonnes = substance.thresholdT().doubleValue() * ratio;
      BigDecimal tenths = BigDecimal.valueOf(Math.round(tonnes * 10), 1);
      quantities.add(new Quantity(substance, tenths.stripTrailingZeros()));
    }
    return quantities;
  }

  private static double thousandths(BigDecimal value) {
    return Math.round(value.doubleValue() * 1000) / 1000.0;
  }
}
