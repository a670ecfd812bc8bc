package cn.anlan.geo.rule;

import java.util.List;

/**
 * Whom a rule binds.
 *
 * @param projectTypes new, expansion, rebuild; {@code existing} is never listed, for what exists is
 *     judged by when it was approved. Empty: whatever is done, as for layers without project types
 * @param since the field with the day, or the year, from which a stored row lawfully stands; null:
 *     {@code approval_date} where the layer has it. A year counts from its last day, so that nobody
 *     is grandfathered by a guess
 * @param filter asked of the subject; null for all
 * @param codeField the field that findings name the subject by; default {@code code}
 * @param proxy null where the layer's geometry is what the law measures from; as of a {@link
 *     Target}, so that what two points leave out of a distance adds up
 */
public record Subject(
    String layer,
    List<ProjectType> projectTypes,
    String since,
    Condition filter,
    String codeField,
    Target.Proxy proxy) {
  public Subject {
    Required.text(layer, "layer");
    if (projectTypes != null) {
      projectTypes = Required.someOf(projectTypes, "project_types");
      if (projectTypes.contains(ProjectType.EXISTING)) {
        throw new IllegalArgumentException(
            "'project_types' may not list existing: what exists is judged by its approval date");
      }
    } else {
      projectTypes = List.of();
    }
    codeField = codeField == null ? "code" : codeField;
  }
}
