package cn.anlan.data.source.file;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of files, their parts and companions. */
public final class FileNames {
  private FileNames() {}

  /** The last part of a path. */
  public static String name(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  /** What follows the last point, in small letters. */
  public static String extension(Path path) {
    String name = name(path);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What precedes the last point. */
  public static String base(Path path) {
    String name = name(path);
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** The file beside it of the same name but for the extension, whose case does not matter. */
  public static Optional<Path> companion(Path file, String extension) throws IOException {
    String base = base(file);
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files.filter(f -> base(f).equals(base) && extension(f).equals(extension)).findFirst();
    }
  }

  /**
   * @param remedy how to deliver it with all its parts
   */
  public static Path getCompanion(Path file, String extension, String name, String remedy)
      throws IOException {
    return companion(file, extension)
        .orElseThrow(
            () -> new UserFault(name + " 缺少 ." + extension + " (companion file missing)", remedy));
  }

  /** Makes sure that a file begins as its format does, whatever its name says. */
  public static void requireMagic(Path file, byte[] magic, String name, String format)
      throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw new UserFault(name + " 的内容不是 " + format + " (not what its name says)", "检查文件是否正确");
      }
    }
  }
}
