package cn.anlan.data.ingest.check;

import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.DeliveredFile;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The codes that rows of a file may refer to in their own layer: those that are there, and those
 * that the file itself brings, in any order. A row that is rejected brings nothing, and so may take
 * others with it; the file is read until nothing more falls.
 */
final class SelfReferences {
  private SelfReferences() {}

  /**
   * @param existing the codes that the layer has
   * @param checkerOf makes a fresh checker that knows the given codes
   */
  static Set<String> known(
      DeliveredFile file,
      ColumnMapping mapping,
      Set<String> existing,
      Function<Set<String>, RowChecker> checkerOf) {
    Set<String> known = new HashSet<>(existing);
    file.forEach(
        row -> {
          String code = ValueReader.text(mapping.get(ColumnMapping.CODE, row));
          if (code != null) {
            known.add(code);
          }
        });
    while (true) {
      Set<String> standing = new HashSet<>(existing);
      RowChecker checker = checkerOf.apply(known);
      file.forEach(
          row -> {
            CheckedRow checked = checker.check(row, new RowIssues(row.number()));
            if (checked != null) {
              standing.add((String) checked.values().get(ColumnMapping.CODE));
            }
          });
      if (!known.retainAll(standing)) {
        return known;
      }
    }
  }
}
