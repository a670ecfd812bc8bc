package cn.anlan.data.catalog;

import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One YAML file of definitions. Ours are named in an {@code index.txt} beside them, because a
 * directory inside a jar cannot be listed; the office's own are whatever stands in its directory.
 */
record DefinitionFile(String name, String text) {

  /** Our files of a folder first, then the office's, each sorted by name. */
  static List<DefinitionFile> list(String folder, Path confDir) {
    List<DefinitionFile> files = new ArrayList<>();
    for (String name : resource(folder + "/index.txt").lines().filter(l -> !l.isBlank()).toList()) {
      files.add(new DefinitionFile(folder + "/" + name, resource(folder + "/" + name)));
    }
    if (confDir != null && Files.isDirectory(confDir.resolve(folder))) {
      try (Stream<Path> paths = Files.list(confDir.resolve(folder))) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
          String name = "conf/" + folder + "/" + path.getFileName();
          files.add(new DefinitionFile(name, Files.readString(path)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("reading the office's files of " + folder, e);
      }
    }
    return files;
  }

  <T> T read(Class<T> type) {
    return StrictYaml.read(name, text, type);
  }

  void requireIdLikeName(String id) {
    if (!name.endsWith("/" + id + ".yaml")) {
      throw new DefinitionException(name, "the file must be named " + id + ".yaml, like its id");
    }
  }

  private static String resource(String path) {
    try (InputStream in = DefinitionFile.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }
}
