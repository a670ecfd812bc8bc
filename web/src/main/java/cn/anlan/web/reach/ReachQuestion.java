package cn.anlan.web.reach;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which places, which teams, how soon.
 *
 * @param levels of risk, 1 to 4; empty for places of a layer without levels, or all
 * @param filter of places, CQL2, or null
 * @param kinds of teams, of the code list {@code team_kind}
 * @param kindTitles what people call them
 * @param minutes from the alarm until the first team is there
 */
public record ReachQuestion(
    Layer layer,
    List<Integer> levels,
    String filter,
    List<String> kinds,
    List<Text> kindTitles,
    double minutes) {
  /** What is asked for where nobody says otherwise. */
  public static final String USUAL_LAYER = "risk_point";

  public static final String USUAL_KINDS = "fire_station,town_brigade";
  public static final double USUAL_MINUTES = 15;

  /** The layer of teams. */
  public static final String TEAMS = "emergency_team";

  private static final String KINDS = "team_kind";
  private static final String USUAL_LEVELS = "1,2";
  private static final String LEVEL = "level";
  private static final double MOST_MINUTES = 240;

  /**
   * What is asked for by words.
   *
   * @param layer null for risk points
   * @param level numbers parted by commas, or all; null for red and orange where the layer has
   *     levels
   * @param kinds parted by commas; null for fire stations and brigades
   */
  public record Words(String layer, String level, String filter, String kinds) {}

  /**
   * @throws UserFault where a word or number means nothing
   */
  public static ReachQuestion of(Catalog catalog, Words words, double minutes) {
    Layer layer = catalog.getLayer(words.layer() == null ? USUAL_LAYER : words.layer());
    if (!layer.hasGeometry()) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有位置 (has no places)", "换一个有位置的图层 (take a layer with places)");
    }
    if (!(minutes >= 1 && minutes <= MOST_MINUTES)) {
      throw new UserFault(
          "minutes=" + minutes + " 超出范围 (out of range)", "取 1 至 240 分钟 (take 1 to 240 minutes)");
    }
    if (words.filter() != null) {
      Filter.parse(words.filter());
    }
    List<String> kinds = kinds(catalog, words.kinds() == null ? USUAL_KINDS : words.kinds());
    return new ReachQuestion(
        layer,
        levels(layer, words.level()),
        words.filter(),
        kinds,
        kinds.stream().map(kind -> title(catalog, kind)).toList(),
        minutes);
  }

  /** What is asked where nothing is said: red and orange risk points, fire brigades, 15 minutes. */
  static ReachQuestion usual(Catalog catalog) {
    return of(catalog, new Words(null, null, null, null), USUAL_MINUTES);
  }

  private static Text title(Catalog catalog, String kind) {
    return catalog.getCodes(KINDS).find(kind).orElseThrow().title();
  }

  private static List<Integer> levels(Layer layer, String words) {
    boolean hasLevels = hasLevels(layer);
    if (words == null ? !hasLevels : words.equals("all")) {
      return List.of();
    }
    if (!hasLevels) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有风险等级 (has no levels of risk)",
          "去掉 level，或用 filter (leave level out, or use a filter)");
    }
    return Arrays.stream((words == null ? USUAL_LEVELS : words).split(","))
        .map(String::strip)
        .map(ReachQuestion::level)
        .distinct()
        .sorted()
        .toList();
  }

  private static int level(String word) {
    if (!word.matches("[1-4]")) {
      throw new UserFault(
          "level=" + word + " 不是风险等级 (no level of risk)",
          "取 1（红）至 4（蓝），以逗号分隔，或 all (take 1, red, to 4, blue, or all)");
    }
    return Integer.parseInt(word);
  }

  static boolean hasLevels(Layer layer) {
    return layer.findField(LEVEL).filter(field -> "risk_level".equals(field.codes())).isPresent();
  }

  /**
   * @throws UserFault where there is no such kind
   */
  static List<String> kinds(Catalog catalog, String words) {
    List<Code> known = catalog.getCodes(KINDS).codes();
    List<String> kinds =
        Arrays.stream(words.split(",")).map(String::strip).distinct().sorted().toList();
    for (String kind : kinds) {
      Optional<Code> code = known.stream().filter(c -> c.value().equals(kind)).findFirst();
      if (code.isEmpty()) {
        throw new UserFault(
            "没有这类队伍 (no such kind of team): " + kind,
            "可用 (known): " + String.join(", ", known.stream().map(Code::value).toList()));
      }
    }
    return kinds;
  }
}
