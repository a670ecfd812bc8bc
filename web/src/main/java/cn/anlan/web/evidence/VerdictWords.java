package cn.anlan.web.evidence;

import cn.anlan.geo.rule.Verdict;
import cn.anlan.web.print.Language;

/** What a verdict is called on paper. */
final class VerdictWords {
  private VerdictWords() {}

  static String of(Language language, Verdict verdict) {
    return switch (verdict) {
      case FAIL -> language.of("不符合", "Fails");
      case NEEDS_SURVEY -> language.of("需实测", "Needs survey");
      case PASS -> language.of("符合", "Passes");
      case EXEMPT -> language.of("豁免", "Exempt");
      case GRANDFATHERED -> language.of("既有", "Grandfathered");
      case NOT_ASSESSABLE -> language.of("无法判定", "Not assessable");
    };
  }
}
