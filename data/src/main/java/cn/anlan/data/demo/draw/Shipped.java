package cn.anlan.data.demo.draw;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the themes are made of, from the files {@code demo/} that the product brings along. */
public final class Shipped {
  private Shipped() {}

  /**
   * @param file on the class path, {@code demo/sectors.yaml}
   * @throws IllegalStateException where the product has no such file
   */
  public static <T> T yaml(String file, Class<T> type) {
    return StrictYaml.read(file, text(file), type);
  }

  /**
   * The whole file, in UTF-8.
   *
   * @param file on the class path, {@code demo/city_units.csv}
   * @throws IllegalStateException where the product has no such file
   */
  public static String text(String file) {
    try (InputStream in = Shipped.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
