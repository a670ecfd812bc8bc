package cn.anlan.web.checks;

import cn.anlan.web.Anlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** What a check came from, in one number: equal numbers mean equal findings. */
final class InputHash {
  private InputHash() {}

  /**
   * SHA-256 in hexadecimal over the rules' texts, the data version, the day and the program's
   * version.
   */
  static String of(String ruleDigest, long dataVersion, LocalDate asOf) {
    String inputs =
        String.join("\n", ruleDigest, Long.toString(dataVersion), asOf.toString(), Anlan.VERSION);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
