package cn.anlan.data.ingest;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.FileView;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A delivered file without its columns about persons: whoever reads this, and so everything that is
 * stored, set aside or reported, never has their values. Closing it leaves the file open.
 */
final class RedactedFile extends FileView {
  private final Set<String> personal;

  RedactedFile(DeliveredFile file) {
    super(file);
    this.personal =
        file.columns().stream()
            .filter(PersonalData::isPersonalHeading)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @throws UserFault where the user asks for a column that was taken out
   */
  void requireNotMapped(Map<String, String> map) {
    map.forEach(
        (field, column) -> {
          if (PersonalData.isPersonalHeading(column)) {
            throw new UserFault(
                "--map " + field + ": 列“" + column + "”是个人信息,不予读入 (holds personal data)",
                "改用不含个人信息的列 (map a column without personal data)");
          }
        });
  }

  /**
   * What is to be said of the file as a whole: how it was read, and each column that was taken out,
   * by its name and without a value.
   */
  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    for (Problem n : file.notices()) {
      issues.add(new Issue(0, n.field(), n.value(), n.reason(), n.remedy(), Severity.WARNING));
    }
    file.columns().stream()
        .filter(personal::contains)
        .map(
            column ->
                new Issue(
                    0,
                    column,
                    null,
                    "列“" + column + "”是个人信息,未读入 (a column of personal data was left out)",
                    "交付前删去该列 (delete the column before delivering)",
                    Severity.WARNING))
        .forEach(issues::add);
    return issues;
  }

  @Override
  public List<String> columns() {
    return file.columns().stream().filter(c -> !personal.contains(c)).toList();
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    file.forEach(personal.isEmpty() ? consumer : row -> consumer.accept(redacted(row)));
  }

  private SourceRow redacted(SourceRow row) {
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    boolean misaligned = row.problems().stream().anyMatch(p -> p.field() == null);
    if (misaligned) {
      // A person's cell may stand under any heading.
      return new SourceRow(
          row.number(),
          Map.of(),
          row.geometry(),
          row.problems().stream()
              .map(p -> new Problem(p.field(), null, p.reason(), p.remedy()))
              .toList());
    }
    values.keySet().removeAll(personal);
    List<Problem> problems =
        row.problems().stream()
            .map(
                p ->
                    personal.contains(p.field())
                        ? new Problem(p.field(), null, p.reason(), p.remedy())
                        : p)
            .toList();
    return new SourceRow(row.number(), values, row.geometry(), problems);
  }
}
