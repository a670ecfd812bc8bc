package cn.anlan.data.ingest;

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
 * an alias or former name, or a former code; an abolished one leads to its successor.
 */
final class Regions {

  /**
   * @param current whether the unit exists today
   */
  record Region(
      String code,
      String name,
      String adminLevel,
      List<String> aliases,
      List<String> formerCodes,
      String successorCode,
      boolean current) {}

  /**
   * @param how empty where the code itself was given, else what the delivered words were
   */
  record Resolution(Region region, Optional<String> how) {}

  private final Map<String, Region> byCode = new HashMap<>();
  private final Map<String, Resolution> byWords = new HashMap<>();
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
    provincePrefixes =
        regions.stream()
            .map(r -> r.code().substring(0, Math.min(2, r.code().length())))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean isEmpty() {
    return byCode.isEmpty();
  }

  /**
   * The county that the words mean today.
   *
   * @throws BadValue where no county of the province is meant
   */
  Resolution resolveCounty(String words) throws BadValue {
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
    return found.region().current()
        ? found
        : new Resolution(successor(found.region()), found.how());
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
