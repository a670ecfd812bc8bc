package cn.anlan.data.survey;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;

/** Whether what is said beside a survey can be kept: complete, sane, and of no person. */
final class SurveyWords {
  private static final int LONGEST = 200;
  private static final double MAX_SIGMA_M = 100;
  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

  private SurveyWords() {}

  static void check(SurveyRequest request) {
    text("图层 (layer)", request.layer());
    text("编码 (code)", request.code());
    text("测量方法 (method)", request.method());
    text("成果文号 (document)", request.document());
    text("提交岗位 (submittedBy)", request.submittedBy());
    LocalDate day = request.surveyedOn();
    if (day == null || day.isBefore(EARLIEST) || day.isAfter(LocalDate.now())) {
      throw new UserFault(
          "测量日期 " + day + " 不可用 (date of survey)", "写作 yyyy-MM-dd，不晚于今天 (not after today)");
    }
    if (!(request.sigmaM() > 0 && request.sigmaM() <= MAX_SIGMA_M)) {
      throw new UserFault(
          "中误差 " + request.sigmaM() + " 不可用 (sigmaM)", "填写大于 0、不超过 100 的米数 (metres, above 0)");
    }
  }

  /** A required text without telephone, e-mail or identity numbers. */
  static void text(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new UserFault("缺少 " + what + " (missing)", "补上 (give it)");
    }
    if (value.length() > LONGEST) {
      throw new UserFault(what + " 超过 " + LONGEST + " 字 (too long)", "缩短 (shorten it)");
    }
    if (PersonalData.isIn(value)) {
      throw new UserFault(
          what + " 含个人信息 (holds personal data)", "只写岗位和文号，不写电话、证件号 (posts and documents only)");
    }
  }
}
