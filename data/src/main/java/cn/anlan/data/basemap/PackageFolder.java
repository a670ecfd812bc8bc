package cn.anlan.data.basemap;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds a file or folder of an npm package, whether installed or only unpacked. */
final class PackageFolder {
  private PackageFolder() {}

  /**
   * @param packages where {@code npm install} made {@code node_modules}, or where each package's
   *     archive was unpacked into a folder of its own name
   * @throws UserFault if the package is not there
   */
  static Path find(Path packages, String name, String inside) {
    for (Path root : candidates(packages, name)) {
      Path path = root.resolve(inside);
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new UserFault(
        "在 " + packages + " 下找不到 npm 包 " + name + " 的 " + inside,
        "先在该目录运行 npm install " + name + " (版本见 basemap/README.md)");
  }

  private static List<Path> candidates(Path packages, String name) {
    Path installed = packages.resolve("node_modules").resolve(name);
    String flat = name.replace("@", "").replace('/', '-');
    try (Stream<Path> unpacked = Files.list(packages)) {
      return Stream.concat(
              Stream.of(installed),
              unpacked
                  .filter(p -> p.getFileName().toString().startsWith(flat))
                  .flatMap(p -> Stream.of(p.resolve("package"), p)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + packages, e);
    }
  }
}
