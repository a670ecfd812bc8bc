package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.MineTierTable;
import cn.anlan.analytics.grade.MineTierTable.Limit;
import cn.anlan.analytics.grade.MineTierTable.Tier;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Explains the tier of supervision of a mine, and flags its crowded shifts and hoists. */
public final class MineExplainer {
  private final GradingTables tables;

  public MineExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /** A code with the title that its list gives it. */
  public record Coded(String code, Text title) {}

  /**
   * @param persons numbers of people by field of the layer; missing ones are absent
   * @param tier as stored, or null
   */
  public record Mine(
      Coded kind, Coded owner, Coded standardLevel, Map<String, Long> persons, String tier) {}

  /**
   * @throws Ungradable where owner or standardisation level is missing
   */
  public GradeExplanation explain(Mine mine) {
    List<Fault> faults = new ArrayList<>();
    check("owner_kind", mine.owner(), faults);
    check("standard_level", mine.standardLevel(), faults);
    if (!faults.isEmpty()) {
      throw new Ungradable(faults);
    }
    MineTierTable table = tables.mineTier();
    Tier tier = table.tier(mine.owner().code(), mine.standardLevel().code());
    List<FactorValue> factors = new ArrayList<>();
    factors.add(coded("owner_kind", new Text("隶属", "Owner"), mine.owner()));
    factors.add(
        coded(
            "standard_level",
            new Text("安全生产标准化等级", "Standardisation level"),
            mine.standardLevel()));
    List<Text> notes = new ArrayList<>();
    for (Limit limit : table.limits()) {
      persons(limit, mine.persons().get(limit.field()), factors, notes);
    }
    if (mine.kind() != null && table.outsideKinds().contains(mine.kind().code())) {
      notes.add(
          new Text(
              "来源文件说的是非煤矿山；“" + mine.kind().title().zh() + "”的层级仅供参考",
              "the document speaks of non-coal mines; for a "
                  + mine.kind().title().en()
                  + " the tier is for information"));
    }
    return new GradeExplanation(
        null,
        tier.code(),
        tier.title(),
        "supervision_tier",
        null,
        tables.ref(table),
        factors,
        List.of(why(mine, tier)),
        null,
        List.of(),
        Words.stored(
            "tier",
            mine.tier(),
            tier.code(),
            table.tiers().stream()
                .filter(t -> Objects.equals(t.code(), mine.tier()))
                .map(Tier::title)
                .findFirst()
                .orElse(null),
            tier.title()),
        notes);
  }

  private static void check(String field, Coded value, List<Fault> faults) {
    if (value == null) {
      faults.add(new Fault(field, null, "没有填写 (is missing)", "补上 " + field + " (fill it in)"));
    }
  }

  private static FactorValue coded(String name, Text title, Coded value) {
    return new FactorValue(name, title, value.code(), value.title(), null, null);
  }

  private static void persons(
      Limit limit, Long value, List<FactorValue> factors, List<Text> notes) {
    if (value == null) {
      return;
    }
    boolean exceeded = limit.exceededBy(value);
    factors.add(
        new FactorValue(
            limit.field(),
            limit.title(),
            value,
            Words.number(BigDecimal.valueOf(value), limit.unit()),
            limit.unit(),
            new Text(
                exceeded ? "超过 " + limit.above() : "未超过 " + limit.above(),
                exceeded ? "above " + limit.above() : "not above " + limit.above())));
    if (exceeded) {
      notes.add(
          new Text(
              limit.title().zh() + " " + value + " 人，超过 " + limit.above() + " 人：列入重点监管",
              limit.title().en() + " " + value + ", above " + limit.above() + ": particular care"));
    }
  }

  private static Text why(Mine mine, Tier tier) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (tier.owners().contains(mine.owner().code())) {
      zh.add("隶属为" + mine.owner().title().zh());
      en.add("its owner is " + mine.owner().title().en());
    }
    if (tier.standardLevels().contains(mine.standardLevel().code())) {
      zh.add("标准化为" + mine.standardLevel().title().zh());
      en.add("its standardisation is " + mine.standardLevel().title().en());
    }
    if (zh.isEmpty()) {
      zh.add("隶属和标准化等级都不属于以上各级");
      en.add("neither owner nor standardisation belongs to a higher tier");
    }
    return new Text(
        String.join("，", zh) + " ⇒ " + tier.title().zh(),
        String.join(", ", en) + " ⇒ " + tier.title().en());
  }
}
