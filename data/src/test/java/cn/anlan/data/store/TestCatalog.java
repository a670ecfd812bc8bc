package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An office's own configuration directory, written by a test. */
record TestCatalog(Path conf) {
  /** A layer with a field of every type. */
  static final String PLACE =
      """
      id: place
      title: {zh: 地点, en: Place}
      description: {zh: 试验图层, en: Layer for tests}
      geometry: point
      disclosure: public
      accuracy: optional
      within_province: false
      region_field: county_code
      style: {color: "#336699"}
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}, required: true, max_length: 20}
        - {name: tags, type: text_list, title: {zh: 标签, en: Tags}}
        - {name: workers, type: integer, title: {zh: 人数, en: Workers}, unit: 人, min: 0}
        - {name: height, type: number, title: {zh: 高度, en: Height}, unit: m, min: -10, max: 99.5}
        - {name: open, type: boolean, title: {zh: 开放, en: Open}}
        - {name: since, type: date, title: {zh: 始于, en: Since}}
        - {name: kind, type: code, title: {zh: 类别, en: Kind}, codes: place_kind}
        - {name: parent_code, type: text, title: {zh: 上级, en: Parent}, references: place.code}
        - {name: county_code, type: text, title: {zh: 县, en: County}, max_length: 12}
      """;

  static final String KINDS =
      """
      id: place_kind
      title: {zh: 类别, en: Kind}
      source: tests
      codes:
        - {value: "a", title: {zh: 甲, en: A}}
        - {value: "b", title: {zh: 乙's \\\\, en: B}}
      """;

  TestCatalog layer(String id, String yaml) {
    return write("layers/" + id + ".yaml", yaml);
  }

  TestCatalog codes(String id, String yaml) {
    return write("codes/" + id + ".yaml", yaml);
  }

  private TestCatalog write(String file, String yaml) {
    Path path = conf.resolve("catalog").resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, yaml);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + path, e);
    }
  }
}
