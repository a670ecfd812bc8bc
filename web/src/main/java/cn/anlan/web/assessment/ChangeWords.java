package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.AssessmentModel.Veto;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.Changes.Causes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence why a region's colour moved. */
final class ChangeWords {
  private static final String[] ZH = {"未评级", "红", "橙", "黄", "绿"};
  private static final String[] EN = {"no grade", "red", "orange", "yellow", "green"};

  private final Course before;
  private final Course after;
  private final List<Veto> vetoes;

  /**
   * @param vetoes of the model, for their titles
   */
  ChangeWords(Course before, Course after, List<Veto> vetoes) {
    this.before = before;
    this.after = after;
    this.vetoes = vetoes;
  }

  /**
   * @param firedThen ids of the vetoes that fired when the first day was graded
   */
  Text explain(
      String code,
      String name,
      int from,
      int to,
      Causes causes,
      List<String> firedThen,
      List<String> firedNow) {
    StringBuilder zh = new StringBuilder(name + "由" + ZH[from] + "变为" + ZH[to]);
    StringBuilder en = new StringBuilder("%s: %s to %s".formatted(name, EN[from], EN[to]));
    if (causes.data() == null || causes.model() == null || causes.calendar() == null) {
      zh.append("；两日之一没有得分（区划变更或无数据），不作对比");
      en.append(
          "; one of the days has no score (a change of units, or no data), so nothing is compared");
    } else {
      zh.append("；得分变化：数据 ").append(signed(causes.data()));
      zh.append("，模型 ").append(signed(causes.model()));
      zh.append("，日历推移 ").append(signed(causes.calendar()));
      en.append("; points: data ").append(signed(causes.data()));
      en.append(", model ").append(signed(causes.model()));
      en.append(", calendar ").append(signed(causes.calendar()));
    }
    Optional<RegionGrade> was = before.find(before.days().size() - 1, code);
    Optional<RegionGrade> is = after.find(after.days().size() - 1, code);
    if (was.isPresent() && is.isPresent()) {
      reasons(was.get(), is.get(), zh, en);
    }
    vetoes(firedNow, firedThen, "新触发否决", "new veto", zh, en);
    vetoes(firedThen, firedNow, "不再适用的否决", "veto no longer applies", zh, en);
    return new Text(zh.append("。").toString(), en.append(".").toString());
  }

  private static void reasons(RegionGrade was, RegionGrade is, StringBuilder zh, StringBuilder en) {
    List<Text> moved = new ArrayList<>();
    for (Contribution c : is.contributions()) {
      was.contributions().stream()
          .filter(old -> old.indicator() == c.indicator())
          .filter(old -> Math.abs(c.points() - old.points()) >= 1)
          .forEach(
              old ->
                  moved.add(
                      new Text(
                          "%s %.2f→%.2f（%s 分）"
                              .formatted(
                                  c.indicator().title().zh(),
                                  old.raw(),
                                  c.raw(),
                                  signed(c.points() - old.points())),
                          "%s %.2f→%.2f (%s points)"
                              .formatted(
                                  c.indicator().title().en(),
                                  old.raw(),
                                  c.raw(),
                                  signed(c.points() - old.points())))));
    }
    moved.sort(Comparator.comparing(Text::zh));
    if (!moved.isEmpty()) {
      zh.append("；").append(String.join("，", moved.stream().map(Text::zh).toList()));
      en.append("; ").append(String.join(", ", moved.stream().map(Text::en).toList()));
    }
  }

  /** Those that one has and the other has not. */
  private void vetoes(
      List<String> with,
      List<String> without,
      String zhTitle,
      String enTitle,
      StringBuilder zh,
      StringBuilder en) {
    for (Veto veto : vetoes) {
      if (with.contains(veto.id()) && !without.contains(veto.id())) {
        zh.append("；").append(zhTitle).append("：").append(veto.title().zh());
        en.append("; ").append(enTitle).append(": ").append(veto.title().en());
      }
    }
  }

  private static String signed(double points) {
    return String.format(Locale.ROOT, "%+.1f", points);
  }
}
