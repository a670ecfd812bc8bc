package cn.anlan.data.source;

import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.file.FileLimits;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a ZIP that nobody vouches for. Sizes are those really inflated, never those the headers
 * claim; the file is read front to back, so overlapping entries are not counted twice. Refused:
 * more than 1,000 entries or 20 folders deep, 1 GiB inflated, 200-fold inflation beyond 50 MiB,
 * names that leave the directory, archives inside, encryption.
 */
final class SafeUnzip {
  private static final int DEEPEST = 20;
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

  private final String name;
  private final long packedBytes;
  private long inflatedBytes;

  private SafeUnzip(String name, long packedBytes) {
    this.name = name;
    this.packedBytes = packedBytes;
  }

  /**
   * Unpacks into an empty directory, with the folders of the ZIP.
   *
   * @param wanted which entries to write, by their path; the others are inflated and counted only
   * @return the files
   * @throws UserFault where the ZIP is broken or hostile
   */
  static List<Path> unzip(Path zip, Path target, Predicate<String> wanted) throws IOException {
    return new SafeUnzip(zip.getFileName().toString(), Files.size(zip))
        .unpack(zip, target.toRealPath(), wanted);
  }

  private List<Path> unpack(Path zip, Path target, Predicate<String> wanted) throws IOException {
    List<Path> files = new ArrayList<>();
    // Entries flagged as UTF-8 are read so; older Windows programs write names in the system's GBK.
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(zip), 1 << 16);
        ZipInputStream in = new ZipInputStream(raw, Encodings.GB18030)) {
      int entries = 0;
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > FileLimits.ZIP_ENTRIES) {
          throw refused("条目超过 " + FileLimits.ZIP_ENTRIES + " 个 (too many entries)", "只打包一个图层的文件");
        }
        String path = safePath(entry.getName());
        if (entry.isDirectory() || path.startsWith("__MACOSX/")) {
          continue;
        }
        if (wanted.test(path)) {
          files.add(write(in, target.resolve(path)));
        } else {
          in.transferTo(new Counter());
        }
      }
    } catch (FileAlreadyExistsException e) {
      String twice = String.valueOf(Path.of(e.getFile()).getFileName());
      throw refused("有两个同名文件 " + twice + " (name stands twice)", "只打包一个图层的文件");
    } catch (FileSystemException e) {
      throw refused("有不能用的文件名: " + e.getReason() + " (unusable file name)", "改名后重新打包");
    } catch (ZipException | IllegalArgumentException e) {
      throw refused("已损坏、加密或文件名编码无法识别 (broken or encrypted ZIP)", "重新打包后再导入");
    } catch (java.io.EOFException e) {
      throw refused("不完整 (ZIP breaks off)", "重新传送该文件");
    }
    if (files.isEmpty()) {
      throw refused("里面没有文件 (no file inside)", "重新打包后再导入");
    }
    return files;
  }

  private String safePath(String entryName) {
    String path = entryName.replace('\\', '/').replaceFirst("^(\\./)+", "");
    boolean leaves =
        path.startsWith("/")
            || path.matches("^[A-Za-z]:.*")
            || path.indexOf('\0') >= 0
            || Stream.of(path.split("/")).anyMatch(part -> part.matches("\\.{1,2}| *"));
    if (leaves) {
      throw refused("条目名越出目录: " + entryName + " (path traversal)", "此文件可能是恶意的,不要使用");
    }
    if (path.split("/").length > DEEPEST) {
      throw refused("文件夹超过 " + DEEPEST + " 层 (folders too deep)", "重新打包后再导入");
    }
    if (path.toLowerCase(Locale.ROOT).matches(".*\\.(zip|gz|tgz|7z|rar|tar|bz2|xz|kmz)$")) {
      throw refused("里面还有压缩包 " + entryName + " (archive inside an archive)", "解开内层压缩包后再导入");
    }
    return path;
  }

  private Path write(InputStream in, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] buffer = new byte[1 << 16];
    boolean start = true;
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (start && n >= 4 && java.util.Arrays.equals(buffer, 0, 4, ZIP_MAGIC, 0, 4)) {
          throw refused("里面还有压缩包 " + file.getFileName() + " (archive inside)", "解开内层压缩包后再导入");
        }
        start = n == 0;
        count(n);
        out.write(buffer, 0, n);
      }
    }
    return file;
  }

  /** What is not wanted counts all the same. */
  private final class Counter extends OutputStream {
    @Override
    public void write(int b) {
      count(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count(length);
    }
  }

  private void count(int bytes) {
    inflatedBytes += bytes;
    if (inflatedBytes > FileLimits.INFLATED_BYTES) {
      throw refused("解开后超过 1 GiB (zip bomb?)", "分成几个文件再导入");
    }
    if (inflatedBytes > FileLimits.RATIO_FROM_BYTES
        && inflatedBytes > FileLimits.RATIO * packedBytes) {
      throw refused("膨胀超过 " + FileLimits.RATIO + " 倍 (zip bomb?)", "此文件可能是恶意的;确需导入请先自行解开");
    }
  }

  private UserFault refused(String reason, String remedy) {
    return new UserFault("压缩包 " + name + " " + reason, remedy);
  }
}
