package cn.anlan.web.export;

import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.data.export.request.Release;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An export as somebody asks for it over HTTP, by the same words in an address and in a job's body.
 * Nobody gets restricted layers this way: an administrator exports them on the command line.
 *
 * @param request without the rows
 */
record ExportQuestion(ExportRequest request, RowChoice choice) {
  /** The words that may be used, besides the layer and the format. */
  static final Set<String> WORDS =
      Set.of(
          "crs", "encoding", "fields", "headings", "filter", "bbox", "region", "limit", "audience");

  private static final String BY = "http:";

  /**
   * @param words by name; those that are not used are null
   * @param who the holder of the scope
   * @throws UserFault naming the word that cannot be understood
   */
  static ExportQuestion of(
      String layer, String format, Function<String, String> words, String who) {
    Release release = release(find(words, "audience"), BY + who);
    ExportRequest request = ExportRequest.of(layer, ExportFormat.parse(format), release);
    request = find(words, "crs").map(request::crs).orElse(request);
    request = find(words, "encoding").map(request::encoding).orElse(request);
    request = request.fields(find(words, "fields").map(ExportQuestion::list).orElse(List.of()));
    request =
        request.headings(
            find(words, "headings").map(HeadingLanguage::parse).orElse(HeadingLanguage.NAME));
    RowChoice choice =
        new RowChoice(
            find(words, "filter"),
            find(words, "bbox"),
            find(words, "region"),
            find(words, "limit").map(ExportQuestion::limit).orElse(OptionalLong.empty()));
    return new ExportQuestion(request, choice);
  }

  /** The words of an address; others than {@link #WORDS} are refused, for a slip changes a file. */
  static Map<String, String> words(Map<String, String[]> parameters, Set<String> besides) {
    for (String name : parameters.keySet()) {
      if (!WORDS.contains(name) && !besides.contains(name)) {
        throw new UserFault(
            "没有参数 " + name + " (no such parameter)",
            "可用 (known): " + WORDS.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()[0]));
  }

  private static Release release(Optional<String> audience, String by) {
    Disclosure wanted = audience.map(Release::parseAudience).orElse(Disclosure.INTERNAL);
    if (wanted == Disclosure.RESTRICTED) {
      throw new UserFault(
          "受限数据不能在网页导出 (restricted data are not exported over HTTP)",
          "请数据管理员用命令行 ./anlan export --audience restricted (ask the data administrator)");
    }
    return new Release(wanted, by, Optional.empty());
  }

  private static Optional<String> find(Function<String, String> words, String name) {
    return Optional.ofNullable(words.apply(name)).filter(w -> !w.isBlank());
  }

  /** Names parted by commas. */
  static List<String> list(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private static OptionalLong limit(String text) {
    try {
      long limit = Long.parseLong(text.strip());
      if (limit > 0) {
        return OptionalLong.of(limit);
      }
    } catch (NumberFormatException notANumber) {
      // said below, with the value
    }
    throw new UserFault("limit=" + text + " 不可用 (not usable)", "取正整数 (a whole number from 1)");
  }
}
