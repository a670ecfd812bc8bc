package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ledger.DispatchForms.Form;
import cn.anlan.data.demo.ledger.DispatchForms.Item;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The counties' monthly forms, cumulative since the campaign began. A form that was never sent has
 * no rows: a blank is not a zero. One county copies its first month for the whole of F1.
 */
final class DispatchReports {
  private static final double MIDDLING_RESIDENTS = 450_000;
  private static final double NOT_SENT = 0.02;
  private static final double LATE = 0.08;

  private final Ground ground;
  private final CountyHabits habits;
  private final Random random;
  private int number;

  DispatchReports(Ground ground, CountyHabits habits, Random random) {
    this.ground = ground;
    this.habits = habits;
    this.random = random;
  }

  static List<Planted> planted(CountyHabits habits) {
    County county = habits.copying();
    return List.of(
        new Planted(
            "repeated_values",
            "dispatch_report",
            List.of(),
            county.code(),
            LocalDate.of(2019, 2, 1),
            LocalDate.of(2019, 11, 30),
            "示例：" + county.name() + "消防场所检查调度表连续十期各栏数值完全相同"));
  }

  void draw(Consumer<DemoRow> out) {
    for (Form form : DispatchForms.shipped().forms()) {
      for (County county : ground.counties()) {
        forms(form, county, out);
      }
    }
  }

  private void forms(Form form, County county, Consumer<DemoRow> out) {
    boolean copies = form.form().equals("f1") && county == habits.copying();
    double size = county.population() / MIDDLING_RESIDENTS * habits.factor(county);
    int cells = form.items().size();
    double[] sums = new double[cells];
    double[] found = new double[cells];
    double[] fixed = new double[cells];
    boolean first = true;
    for (YearMonth m = form.firstMonth(); !m.isAfter(form.lastMonth()); m = m.plusMonths(1)) {
      if (first || !copies) {
        add(form, size, sums, found, fixed);
      }
      first = false;
      LocalDate sent = m.atDay(form.dueDay()).minusDays(random.nextInt(5));
      if (random.nextDouble() < LATE) {
        sent = sent.plusDays(5 + random.nextInt(4));
      }
      if (!copies && random.nextDouble() < NOT_SENT) {
        continue;
      }
      for (int i = 0; i < cells; i++) {
        Item item = form.items().get(i);
        out.accept(cell(form, item, item.measure(), sums[i], county, m, sent));
        if (item.measure().equals("inspected")) {
          out.accept(cell(form, item, "found", found[i], county, m, sent));
          out.accept(cell(form, item, "fixed", fixed[i], county, m, sent));
        }
      }
    }
  }

  /** Adds a month: parts never exceed their whole, and nothing put right that was not found. */
  private void add(Form form, double size, double[] sums, double[] found, double[] fixed) {
    Map<String, Double> wholes = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      Item item = form.items().get(i);
      if (item.measure().equals("yes_no")) {
        sums[i] = 1;
      } else if (item.shareOf() != null) {
        double whole = wholes.get(item.shareOf());
        sums[i] = Math.max(sums[i], Math.floor(whole * item.perMonth()));
      } else if (item.measure().equals("amount")) {
        double more = item.perMonth() * size * (0.5 + random.nextDouble());
        sums[i] = Math.round((sums[i] + more) * 10) / 10.0;
      } else {
        sums[i] += Counts.poisson(item.perMonth() * size, random);
      }
      wholes.putIfAbsent(item.no(), sums[i]);
      if (item.measure().equals("inspected")) {
        found[i] += Counts.poisson(1.6 * item.perMonth() * size, random);
        fixed[i] = Math.max(fixed[i], Math.floor(found[i] * (0.85 + 0.1 * random.nextDouble())));
      }
    }
  }

  private DemoRow cell(
      Form form,
      Item item,
      String measure,
      double value,
      County county,
      YearMonth month,
      LocalDate sent) {
    Map<String, Object> values = new HashMap<>(32);
    values.put("name", "示例" + form.form().toUpperCase(Locale.ROOT) + "·" + item.item());
    values.put("form", form.form());
    values.put("period", month.toString());
    values.put("item_no", item.no());
    values.put("item", item.item());
    values.put("measure", measure);
    values.put("value", value);
    values.put("unit", measure.equals("found") || measure.equals("fixed") ? "处" : item.unit());
    values.put("reported_on", sent.getYear() > 2021 ? null : sent);
    values.put("county_code", county.code());
    return new DemoRow(DemoCodes.of("DR", ++number), values, null, null);
  }
}
