package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Accuracy;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.file.SourceRow;
import java.util.Map;

/**
 * Reads what every layer has beside its fields: accuracy, source and the label of invented rows.
 */
final class StandardColumns {
  private static final Field SIGMA =
      standard("sigma", FieldType.NUMBER, StandardColumn.SIGMA_M, 0.0, 100_000.0);
  private static final Field DEMO =
      standard("demo", FieldType.BOOLEAN, StandardColumn.IS_DEMO, null, null);

  private final Layer layer;
  private final ImportRequest request;
  private final ColumnMapping mapping;
  private final ValueReader reader;

  StandardColumns(Layer layer, ImportRequest request, ColumnMapping mapping, ValueReader reader) {
    this.layer = layer;
    this.request = request;
    this.mapping = mapping;
    this.reader = reader;
  }

  /** How well the row's place is known. */
  void readAccuracy(SourceRow row, Map<String, Object> values, RowIssues issues) {
    Double sigmaM = request.sigmaM();
    if (sigmaM == null && mapping.has(ColumnMapping.SIGMA)) {
      Object raw = mapping.get(ColumnMapping.SIGMA, row);
      try {
        sigmaM = (Double) reader.read(SIGMA, raw);
      } catch (BadValue bad) {
        issues.reject(ColumnMapping.SIGMA, raw, bad);
        return;
      }
    }
    if (sigmaM == null && layer.accuracy() == Accuracy.REQUIRED) {
      issues.reject(
          ColumnMapping.SIGMA,
          null,
          "缺少位置中误差 (positional accuracy is missing)",
          "用 --sigma 给出全部行的中误差(米),或在文件中加 sigma_m 列");
    }
    values.put(ColumnMapping.SIGMA, sigmaM);
  }

  /** Where the row comes from, and whether it is invented. */
  void readOrigin(SourceRow row, Map<String, Object> values, RowIssues issues) {
    values.put(
        ColumnMapping.SOURCE,
        PersonalData.masked(
            request.source() != null
                ? request.source()
                : ValueReader.text(mapping.get(ColumnMapping.SOURCE, row))));
    boolean demo = request.demo();
    if (mapping.has(ColumnMapping.DEMO)) {
      Object raw = mapping.get(ColumnMapping.DEMO, row);
      try {
        demo |= Boolean.TRUE.equals(reader.read(DEMO, raw));
      } catch (BadValue bad) {
        issues.reject(ColumnMapping.DEMO, raw, bad);
      }
    }
    values.put(ColumnMapping.DEMO, demo);
  }

  /** Standard columns are no fields of the catalogue, but read like them. */
  private static Field standard(
      String name, FieldType type, StandardColumn column, Double min, Double max) {
    return new Field(
        name,
        type,
        column.title(),
        false,
        null,
        null,
        min,
        max,
        null,
        null,
        null,
        null,
        false,
        true);
  }
}
