package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Passwords in files that only their owner can read (mode 600). A file appears whole or not at all.
 */
final class Secrets {
  private static final int PASSWORD_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new password of 192 random bits, safe in URLs and shell words. */
  static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Optional<String> find(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(s -> !s.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the password file " + file, e);
    }
  }

  /** The password in the file, which is made with a new one where it is missing. */
  static String getOrCreate(Path file) {
    return find(file)
        .orElseGet(
            () -> {
              String password = newPassword();
              write(file, password + "\n");
              return password;
            });
  }

  /** Replaces a file by the text, mode 600, on disk before it is visible under its name. */
  static void write(Path file, String text) {
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
    Path making = file.resolveSibling(file.getFileName() + ".making-" + newPassword());
    try {
      try (FileChannel channel =
          FileChannel.open(
              making,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(mode))) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
