package cn.anlan.data.ingest.region;

import cn.anlan.data.ingest.value.BadValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the layer {@code region} says of names and codes. A county is found by its code, its name,
 * an alias or former name, or a former code; an abolished one leads to its successor. Words that
 * fit two counties of today are refused.
 */
public final class Regions {

  /**
   * @param current whether the unit exists today
   */
  public record Region(
      String code,
      String name,
      String adminLevel,
      List<String> aliases,
      List<String> formerCodes,
      String successorCode,
      LocalDate validFrom,
      LocalDate validTo,
      boolean current) {

    /** The name without 县, 市 or 区, as people say it. */
    String stem() {
      return name.length() > 2 ? name.substring(0, name.length() - 1) : name;
    }
  }

  /**
   * @param how empty where the code itself was given, else what the delivered words were
   */
  public record Resolution(Region region, Optional<String> how) {}

  private final Map<String, Region> byCode = new HashMap<>();
  private final Map<String, Resolution> byWords = new HashMap<>();
  private final Map<String, Region> formerByName = new HashMap<>();
  private final Map<String, List<Region>> byStem = new HashMap<>();
  private final Set<String> provincePrefixes;

  Regions(List<Region> regions) {
    regions.forEach(r -> byCode.put(r.code(), r));
    // Later entries do not displace earlier ones: a name of today is worth more than a former one.
    List<Region> counties = regions.stream().filter(r -> "county".equals(r.adminLevel())).toList();
    counties.stream().filter(Region::current).forEach(r -> put(r.name(), r, "名称 (by name)"));
    for (Region region : counties) {
      region.formerCodes().forEach(c -> put(c, region, "曾用编码 (former code)"));
      region.aliases().forEach(a -> put(a, region, "别名或曾用名 (alias or former name)"));
    }
    counties.stream()
        .filter(r -> !r.current())
        .forEach(r -> put(r.name(), r, "已撤销单位 (abolished unit)"));
    counties.stream().filter(r -> !r.current()).forEach(r -> formerByName.put(r.name(), r));
    counties.stream()
        .filter(Region::current)
        .forEach(r -> byStem.computeIfAbsent(r.stem(), k -> new ArrayList<>()).add(r));
    provincePrefixes =
        regions.stream()
            .map(r -> r.code().substring(0, Math.min(2, r.code().length())))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether no region is known. */
  public boolean isEmpty() {
    return byCode.isEmpty();
  }

  /**
   * The county that the words mean today.
   *
   * @throws BadValue where no county of the province is meant
   */
  public Resolution resolveCounty(String words) throws BadValue {
    String key = words.matches("\\d{6}0{6}") ? words.substring(0, 6) : words;
    Region region = byCode.get(key);
    if (region != null && !"county".equals(region.adminLevel())) {
      throw new BadValue(key + " " + region.name() + " 不是县级 (not a county)", "填写县(市、区)的编码");
    }
    if (region != null && region.current()) {
      return new Resolution(region, Optional.empty());
    }
    Resolution found =
        region != null
            ? new Resolution(region, Optional.of("已撤销单位 (abolished unit)"))
            : byWords.get(key);
    if (found == null) {
      throw unknown(key);
    }
    requireOneMeaning(key, found.region());
    return found.region().current()
        ? found
        : new Resolution(successor(found.region()), found.how());
  }

  /** 庐山 was short for 庐山区, today's 濂溪区, and is today's 庐山市: such words are not guessed. */
  private void requireOneMeaning(String words, Region found) throws BadValue {
    Optional<Region> other =
        byStem.getOrDefault(words, List.of()).stream()
            .filter(r -> !r.code().equals(found.code()))
            .findFirst();
    if (other.isPresent()) {
      throw new BadValue(
          "“%s”可指 %s %s,也可指 %s %s (may mean either)"
              .formatted(words, found.code(), found.name(), other.get().code(), other.get().name()),
          "填写全名或 6 位县编码");
    }
  }

  /**
   * What is odd about a name on the day of the facts: it had ended, or had not begun. Empty where
   * the words are no name with a valid time, or fit the day.
   */
  public Optional<String> oddOn(String words, Region meant, LocalDate day) {
    Region former = formerByName.get(words);
    if (former != null && former.validTo() != null && !day.isBefore(former.validTo())) {
      return Optional.of(
          former.name() + " 至 " + former.validTo() + " 为止 (the name had ended on " + day + ")");
    }
    boolean todaysName = words.equals(meant.name()) || words.equals(meant.code());
    if (todaysName && meant.validFrom() != null && day.isBefore(meant.validFrom())) {
      return Optional.of(
          meant.name() + " 自 " + meant.validFrom() + " 起 (the unit did not exist on " + day + ")");
    }
    return Optional.empty();
  }

  private Region successor(Region abolished) throws BadValue {
    Region region = abolished;
    for (int steps = 0; steps < 10 && region != null; steps++) {
      if (region.current()) {
        return region;
      }
      region = region.successorCode() == null ? null : byCode.get(region.successorCode());
    }
    throw new BadValue(
        abolished.name() + " 已撤销,行政区图层没有其承继单位 (abolished, no successor known)", "填写现行的县编码");
  }

  private BadValue unknown(String words) {
    Optional<String> province = ProvinceNames.ofCode(words);
    if (province.isPresent() && !provincePrefixes.contains(words.substring(0, 2))) {
      return new BadValue(
          words + " 属" + province.get() + ",不是本省的县 (a county of another province)", "核对是否误入本省数据");
    }
    String near = nearNames(words);
    return new BadValue(
        "本省没有县“" + words + "” (no such county in the province)",
        near.isEmpty() ? "核对是否外省数据,或填写现行的 6 位县编码" : "是否指 " + near + "? 填写现行的 6 位县编码");
  }

  private String nearNames(String words) {
    if (words.length() < 2 || words.matches(".*\\d.*")) {
      return "";
    }
    String stem = words.substring(0, 2);
    List<String> near = new ArrayList<>();
    byCode.values().stream()
        .filter(r -> r.current() && "county".equals(r.adminLevel()) && r.name().startsWith(stem))
        .forEach(r -> near.add(r.name() + " " + r.code()));
    return String.join("、", near);
  }

  private void put(String words, Region region, String how) {
    byWords.putIfAbsent(words.strip(), new Resolution(region, Optional.of(how)));
  }
}
