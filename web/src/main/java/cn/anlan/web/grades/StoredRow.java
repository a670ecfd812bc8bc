package cn.anlan.web.grades;

import cn.anlan.analytics.grade.explain.MineExplainer.Coded;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.List;

/**
 * One row of a snapshot, its values in the types that grading asks for; null where there is none.
 */
record StoredRow(Catalog catalog, LayerSnapshot layer, int row) {
  String text(String field) {
    return layer.text(field, row);
  }

  BigDecimal decimal(String field) {
    double value = layer.number(field, row);
    return Double.isNaN(value) ? null : BigDecimal.valueOf(value);
  }

  Long whole(String field) {
    return (Long) layer.value(field, row);
  }

  Integer level(String field) {
    Long value = whole(field);
    return value == null ? null : value.intValue();
  }

  @SuppressWarnings("unchecked")
  List<String> texts(String field) {
    return (List<String>) layer.value(field, row);
  }

  boolean isDemo() {
    return Boolean.TRUE.equals(layer.value("is_demo", row));
  }

  /** A coded field with the title of its list; the code itself where the list does not have it. */
  Coded coded(String field) {
    String code = text(field);
    if (code == null) {
      return null;
    }
    String list = catalog.getLayer(layer.layer()).findField(field).orElseThrow().codes();
    Text title = catalog.getCodes(list).find(code).map(Code::title).orElse(new Text(code, code));
    return new Coded(code, title);
  }
}
