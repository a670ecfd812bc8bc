package cn.anlan.data.ingest.check;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.keys.SeenKeys;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.datum.SourceSystem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Checks one row after the other and finds all faults of a row in one go. */
public final class RowChecker {
  private static final int LONGEST_CODE = 100;

  private final Layer layer;
  private final ImportRequest request;
  private final ColumnMapping mapping;
  private final ValueReader reader;
  private final StandardColumns standardColumns;
  private final CodeVersions codeVersions;
  private final GeometryCheck geometryCheck;
  private final String crsCode;
  private final PlaceCheck placeCheck;
  private final RiskLevelDerivation derivation;
  private final UnitNames unitNames;
  private final Map<String, Set<String>> referenced;
  private final Set<String> existing;
  private final SeenKeys seen = new SeenKeys();
  private final ZoneMistake zoneMistake;
  private FormCheck formCheck;
  private final List<String> columns;

  /**
   * @param crs of the file's geometry; null where the file has none
   * @param placeCheck null where the layer knows no regions
   * @param unitNames null where the layer names no reporting units
   * @param referenced the codes that exist, by field that refers to them
   * @param existing the codes that the layer has, where only those may be updated; else null
   */
  RowChecker(
      Catalog catalog,
      Layer layer,
      ImportRequest request,
      ColumnMapping mapping,
      SourceSystem crs,
      PlaceCheck placeCheck,
      UnitNames unitNames,
      Map<String, Set<String>> referenced,
      Set<String> existing) {
    this.layer = layer;
    this.request = request;
    this.mapping = mapping;
    this.reader = new ValueReader(catalog);
    this.standardColumns = new StandardColumns(layer, request, mapping, reader);
    this.codeVersions = new CodeVersions(catalog, LocalDate.now());
    this.geometryCheck = crs == null ? null : new GeometryCheck(layer, crs);
    this.crsCode = crs == null ? null : crs.code();
    this.placeCheck = placeCheck;
    this.zoneMistake =
        placeCheck == null || crs == null ? null : placeCheck.zoneMistake(crs).orElse(null);
    this.derivation =
        RiskLevelDerivation.ID.equals(layer.derive())
            ? new RiskLevelDerivation(GradingTables.load(request.confDir()))
            : null;
    this.unitNames = unitNames;
    this.referenced = referenced;
    this.existing = existing;
    this.columns = List.copyOf(stagedColumns());
  }

  /** Adds the check of rows against one another; null for none. */
  RowChecker with(FormCheck check) {
    this.formCheck = check;
    return this;
  }

  /** The columns that every checked row fills, beside geom and source_geom. */
  public List<String> columns() {
    return columns;
  }

  /** The checked row, or null where the issues reject it. */
  public CheckedRow check(SourceRow row, RowIssues issues) {
    for (Problem problem : row.problems()) {
      issues.reject(problem.field(), problem.value(), problem.reason(), problem.remedy());
    }
    if (row.problems().stream().anyMatch(p -> p.field() == null)) {
      // Its cells stand under the wrong headings; what they seem to say is noise.
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    readCode(row, values, issues);
    readFields(row, values, issues);
    if (derivation != null) {
      derivation.apply(values, issues);
    }
    requireRequired(values, issues);
    if (existing == null) {
      standardColumns.readAccuracy(row, values, issues);
    }
    standardColumns.readOrigin(row, values, issues);
    if (placeCheck != null) {
      placeCheck.resolveDeclared(values, issues);
    }
    Geometry geom = geometryCheck == null ? null : readGeometry(row, values, issues);
    if (unitNames != null) {
      unitNames.resolve(layer, values, issues);
    }
    checkReferences(values, issues);
    if (formCheck != null) {
      formCheck.check(values, issues);
    }
    checkKey(row, values, issues);
    return issues.isRejected() ? null : new CheckedRow(values, geom, row.geometry());
  }

  private Set<String> stagedColumns() {
    Set<String> staged = new LinkedHashSet<>(List.of(ColumnMapping.CODE));
    layer.fields().stream().map(Field::name).filter(mapping::has).forEach(staged::add);
    if (derivation != null) {
      staged.addAll(RiskLevelDerivation.provides(mapping));
    }
    boolean declared = layer.regionField() != null && mapping.has(layer.regionField());
    if (declared && layer.findField(PlaceCheck.NAME_SOURCE).isPresent()) {
      staged.add(PlaceCheck.NAME_SOURCE);
    }
    if (existing == null) {
      if (placeCheck != null && layer.regionLocatedField() != null) {
        staged.add(layer.regionLocatedField());
      }
      if (geometryCheck != null) {
        staged.add(StandardColumn.SOURCE_CRS.column());
      }
      // A new geometry never inherits the accuracy or the source of the one it replaces.
      if (geometryCheck != null || request.sigmaM() != null || mapping.has(ColumnMapping.SIGMA)) {
        staged.add(ColumnMapping.SIGMA);
      }
      if (geometryCheck != null || request.source() != null || mapping.has(ColumnMapping.SOURCE)) {
        staged.add(ColumnMapping.SOURCE);
      }
      staged.add(ColumnMapping.DEMO);
    }
    return staged;
  }

  private void readCode(SourceRow row, Map<String, Object> values, RowIssues issues) {
    String code = ValueReader.text(mapping.get(ColumnMapping.CODE, row));
    if (code == null) {
      issues.reject(ColumnMapping.CODE, null, "缺少编码 (business key is missing)", "补上唯一编码");
      return;
    }
    try {
      values.put(ColumnMapping.CODE, ValueReader.shortEnough(code, LONGEST_CODE));
    } catch (BadValue bad) {
      issues.reject(ColumnMapping.CODE, code, bad);
    }
  }

  private void readFields(SourceRow row, Map<String, Object> values, RowIssues issues) {
    for (Field field : layer.fields()) {
      if (mapping.has(field.name())) {
        Object raw = mapping.get(field.name(), row);
        try {
          Object value = codeVersions.current(field, reader.read(field, raw), raw, issues);
          value = FieldChecks.checked(field, value, issues);
          values.put(field.name(), PersonalTexts.without(field, value, issues));
        } catch (BadValue bad) {
          issues.reject(field.name(), raw, bad);
          values.put(field.name(), null);
        }
      }
    }
  }

  /** A value that was delivered but unreadable has its own issue already. */
  private void requireRequired(Map<String, Object> values, RowIssues issues) {
    for (Field field : layer.fields()) {
      boolean expected = existing == null || values.containsKey(field.name());
      if (field.required() && expected && values.get(field.name()) == null) {
        boolean said = issues.all().stream().anyMatch(i -> field.name().equals(i.field()));
        if (!said) {
          issues.reject(
              field.name(),
              null,
              "缺少必填项“" + field.title().zh() + "” (required value is missing)",
              "补上该值");
        }
      }
    }
  }

  private Geometry readGeometry(SourceRow row, Map<String, Object> values, RowIssues issues) {
    if (!row.problems().isEmpty()) {
      return null;
    }
    values.put(StandardColumn.SOURCE_CRS.column(), crsCode);
    try {
      Geometry geom = geometryCheck.check(row.geometry(), issues);
      if (placeCheck != null) {
        placeCheck.locate(geom, values, issues);
      }
      if (zoneMistake != null) {
        zoneMistake.check(row.geometry(), geom, values, issues);
      }
      return geom;
    } catch (BadValue bad) {
      issues.reject(StandardColumn.GEOM.column(), null, bad);
      return null;
    }
  }

  private void checkReferences(Map<String, Object> values, RowIssues issues) {
    referenced.forEach(
        (field, codes) -> {
          Object value = values.get(field);
          // A county that is unknown by its words has been said to be so already.
          if (value != null && !codes.contains(value) && !issues.isRejected(field)) {
            String target = layer.getField(field).references();
            issues.reject(
                field,
                value,
                "图层 " + target.split("\\.")[0] + " 没有编码 " + value + " (no such row to refer to)",
                "先导入被引用的图层,或改正编码");
          }
        });
  }

  private void checkKey(SourceRow row, Map<String, Object> values, RowIssues issues) {
    String code = (String) values.get(ColumnMapping.CODE);
    if (code == null) {
      return;
    }
    int first = seen.firstRow(code, (int) row.number());
    if (first != 0) {
      issues.reject(
          ColumnMapping.CODE,
          code,
          "编码与第 " + first + " 行重复 (duplicate key, first in row " + first + ")",
          "每个编码只留一行");
    }
    if (existing != null && !existing.contains(code)) {
      issues.reject(
          ColumnMapping.CODE,
          code,
          "图层 " + layer.id() + " 没有编码 " + code + ",而没有图形的文件只能更新已有的行 (no such row to update)",
          "改正编码,或导入带坐标的文件");
    }
  }
}
