package cn.anlan.data.demo.ledger;

import cn.anlan.analytics.hazard.HazardState;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.industry.RiskPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/** Draws the hazard ledger day by day, so that codes rise with the day of finding. */
final class Hazards {
  private static final double AT_RISK_POINT = 0.88;
  private static final int TRIES = 50;

  /** Three years bring some two million at full scale: more than six digits count. */
  private static final int CODE_DIGITS = 7;

  private final DemoPlan plan;
  private final Industry industry;
  private final CountyHabits habits;
  private final HazardWords words = HazardWords.shipped();
  private final Random random;
  private final HazardLife life;
  private final Weighted<Enterprise> finders;
  private final List<MajorHazard> majors = new ArrayList<>();
  private int number;

  Hazards(DemoPlan plan, Industry industry, CountyHabits habits) {
    this.plan = plan;
    this.industry = industry;
    this.habits = habits;
    this.random = plan.random("hazard");
    this.life = new HazardLife(random);
    this.finders =
        new Weighted<>(
            industry.enterprises(),
            e -> Math.max(1, e.riskPoints()) * size(e) * habits.factor(e.county()));
  }

  private static double size(Enterprise enterprise) {
    return switch (enterprise.scale()) {
      case "large" -> 2.2;
      case "medium" -> 1.5;
      case "small" -> 1.0;
      default -> 0.6;
    };
  }

  /** Those reported by the end of 2021, once {@link #draw} has run. */
  List<MajorHazard> majors() {
    return majors;
  }

  void draw(Consumer<DemoRow> out) {
    for (int year = 2019; year <= 2021; year++) {
      int firstDay = LedgerDays.number(LocalDate.of(year, 1, 1));
      int[] counts = FoundDays.counts(words, year, plan.scaled(words.perYear()), random);
      for (int d = 0; d < counts.length; d++) {
        for (int i = 0; i < counts[d]; i++) {
          out.accept(row(firstDay + d));
        }
      }
    }
  }

  private DemoRow row(int day) {
    Enterprise enterprise = finders.draw(random);
    for (int i = 0; i < TRIES && habits.isSilent(enterprise.county(), day); i++) {
      enterprise = finders.draw(random);
    }
    RiskPoint point = riskPoint(enterprise);
    double majorShare =
        point == null
            ? words.majorShareWithoutRiskPoint()
            : words.majorShareByRiskLevel().get(point.level() - 1);
    boolean major = random.nextDouble() < majorShare;
    String code = DemoCodes.of("HZ", ++number, CODE_DIGITS);
    if (habits.isPutRightOnOneDay(enterprise.county(), day)) {
      life.drawClosedOn(day, major, CountyHabits.SAME_DAY);
    } else {
      life.draw(day, major);
    }
    if (major && life.reported() <= LedgerDays.END) {
      majors.add(new MajorHazard(code, enterprise.county(), life.reported(), life.closed()));
    }
    Map<String, Object> values = new HashMap<>(64);
    HazardWords.Words vocabulary = words.sectors().get(enterprise.sector());
    List<String> names = major ? vocabulary.major() : vocabulary.general();
    values.put("name", names.get(random.nextInt(names.size())));
    values.put("enterprise_code", enterprise.code());
    values.put("risk_point_code", point == null ? null : point.code());
    values.put("sector", enterprise.sector());
    values.put("found_on", LedgerDays.date(day));
    values.put("county_code", enterprise.county().code());
    double by = random.nextDouble();
    String source = by < 0.78 ? "self_check" : by < 0.985 ? "department" : "report";
    values.put("hazard_source", source);
    life.fill(values);
    if (major && life.state().next().contains(HazardState.SUBMITTED)) {
      values.put("self_reported_no_penalty", source.equals("self_check"));
    }
    Coordinate at = point == null ? enterprise.at() : point.at();
    return new DemoRow(code, values, Shapes.point(at), 5.0);
  }

  private RiskPoint riskPoint(Enterprise enterprise) {
    if (enterprise.riskPoints() == 0 || random.nextDouble() >= AT_RISK_POINT) {
      return null;
    }
    return industry
        .riskPoints()
        .get(enterprise.firstRiskPoint() + random.nextInt(enterprise.riskPoints()));
  }
}
