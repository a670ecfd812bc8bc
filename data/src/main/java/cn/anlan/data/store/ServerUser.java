package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating-system account that the server's programs run as: the current one, or, because
 * PostgreSQL refuses to run as root, another one where the program itself is root.
 */
final class ServerUser {
  private static final String USUAL = "postgres";

  private final Optional<UserPrincipal> other;

  private ServerUser(Optional<UserPrincipal> other) {
    this.other = other;
  }

  static boolean programIsRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException("asking for the program's account", e);
    }
  }

  /** The account for a cluster yet to be made. */
  static ServerUser forNew() {
    if (!programIsRoot()) {
      return new ServerUser(Optional.empty());
    }
    try {
      return new ServerUser(
          Optional.of(
              FileSystems.getDefault()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByName(USUAL)));
    } catch (UserPrincipalNotFoundException e) {
      throw new UserFault(
          "系统没有账户 (no such account) " + USUAL, "安装软件包 (install package) postgresql-15");
    } catch (IOException e) {
      throw new UncheckedIOException("looking up the account " + USUAL, e);
    }
  }

  /** The account that an existing cluster belongs to. */
  static ServerUser ownerOf(Path data) {
    try {
      UserPrincipal owner = Files.getOwner(data);
      if (!programIsRoot()) {
        if (!Files.isReadable(data)) {
          throw new UserFault(
              "数据库目录属于 " + owner.getName() + " (the database belongs to that account): " + data,
              "以该账户或 root 运行，或用 ANLAN_VAR 另指目录 (run as it or as root, or set ANLAN_VAR)");
        }
        return new ServerUser(Optional.empty());
      }
      return new ServerUser(Optional.of(owner));
    } catch (IOException e) {
      throw new UncheckedIOException("asking who owns " + data, e);
    }
  }

  /** The words that run the given words as this account. */
  List<String> command(List<String> words) {
    if (other.isEmpty()) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of("runuser", "-u", other.get().getName(), "--"));
    all.addAll(words);
    return all;
  }

  /** Makes the account the owner of a file or directory the program has written for it. */
  void give(Path path) {
    if (other.isPresent()) {
      try {
        Files.setOwner(path, other.get());
      } catch (IOException e) {
        throw new UncheckedIOException("giving " + path + " to " + other.get().getName(), e);
      }
    }
  }

  /** Whether the account can pass through the directory, as the system itself answers. */
  boolean canEnter(Path directory) {
    return other.isEmpty()
        || ServerCommand.run(this, Path.of("/"), List.of("test", "-x", directory.toString()))
                .exitCode()
            == 0;
  }
}
