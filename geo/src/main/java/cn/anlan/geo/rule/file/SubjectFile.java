package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Subject;
import java.util.List;

/** {@code subject:}, or one of {@code subjects:}, as it is written. */
record SubjectFile(
    String layer,
    List<ProjectType> projectTypes,
    String since,
    Condition filter,
    String codeField,
    ProxyFile proxy) {
  SubjectFile {
    Required.text(layer, "layer");
    if (proxy != null && (proxy.offset() == null || proxy.offset().value() == null)) {
      throw new IllegalArgumentException("a subject's 'proxy' needs an 'offset' with a 'value'");
    }
    // for its checks of the values, which then stand at this key
    subject(layer, projectTypes, since, filter, codeField, proxy);
  }

  Subject toSubject() {
    return subject(layer, projectTypes, since, filter, codeField, proxy);
  }

  private static Subject subject(
      String layer,
      List<ProjectType> projectTypes,
      String since,
      Condition filter,
      String codeField,
      ProxyFile proxy) {
    return new Subject(
        layer, projectTypes, since, filter, codeField, proxy == null ? null : proxy.toProxy());
  }
}
