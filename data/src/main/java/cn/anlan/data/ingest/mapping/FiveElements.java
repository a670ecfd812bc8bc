package cn.anlan.data.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * 五落实: the five things that must be settled before a hazard is put right, which the documents write
 * in different order and wording: 责任、措施、资金、时限、预案. A layer that has them has the fields {@code
 * five_responsibility, five_measures, five_funding, five_deadline, five_plan}, and these are found
 * under any of the synonyms.
 *
 * <p>五到位 (special equipment, 2019) and 一必须五到位 (another province's) are different fives: no heading
 * with 到位 is one of these.
 */
final class FiveElements {
  private static final Map<String, String> WORDS =
      Map.of(
          "five_responsibility", "责任",
          "five_measures", "措施",
          "five_funding", "资金",
          "five_deadline", "时限",
          "five_plan", "预案");
  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "five_responsibility", List.of("责任单位", "整改责任单位"),
          "five_funding", List.of("经费", "整改经费"),
          "five_deadline", List.of("期限", "整改期限", "完成时限"),
          "five_plan", List.of("应急预案"));

  private FiveElements() {}

  /** Headings under which a field of the five is delivered; none for any other field. */
  static List<String> synonyms(String field) {
    String word = WORDS.get(field);
    return word == null
        ? List.of()
        : Stream.concat(
                Stream.of(word, word + "落实", "落实" + word, "整改" + word),
                OTHERS.getOrDefault(field, List.of()).stream())
            .toList();
  }
}
