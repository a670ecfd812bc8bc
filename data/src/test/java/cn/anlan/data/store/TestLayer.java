package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A layer of an office's own, for tests: {@link TestDatabase#open(Path)} then has it. */
public final class TestLayer {
  private static final String DEFINITION =
      """
      id: %s
      title: {zh: 试验, en: Test}
      description: {zh: 试验图层, en: Layer for tests}
      geometry: %s
      disclosure: public
      accuracy: optional
      within_province: false
      style: {color: "#336699"}
      fields:
      %s""";

  private TestLayer() {}

  /**
   * Writes the definition.
   *
   * @param conf the configuration directory
   * @param fields as in a catalogue file, a line each
   */
  public static void write(Path conf, String id, String geometry, String fields) {
    try {
      Path layers = Files.createDirectories(conf.resolve("catalog/layers"));
      Files.writeString(
          layers.resolve(id + ".yaml"), DEFINITION.formatted(id, geometry, fields.indent(2)));
    } catch (IOException e) {
      throw new UncheckedIOException("writing a layer for tests", e);
    }
  }
}
