package cn.anlan.web.evidence;

import cn.anlan.geo.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.io.WKBWriter;

/**
 * The number by which a finding can be found to rest on the same inputs: rule and version, day, the
 * site and the decisive target with layer, code, accuracy, attributes (by name) and geometry (WKB
 * of CGCS2000), each on a line of its own. Ids and data versions are left out: the same facts in
 * another database give the same number.
 */
final class InputDigest {
  private final MessageDigest digest;

  private InputDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JRE has SHA-256", e);
    }
  }

  /**
   * @param target null where nothing was measured to
   */
  static String of(Finding finding, Evidence.Item subject, Evidence.Item target) {
    InputDigest all = new InputDigest();
    all.line("rule", finding.rule());
    all.line("version", finding.ruleVersion());
    all.line("asOf", finding.asOf());
    all.line("projectType", finding.projectType());
    all.line("approvalDate", finding.approvalDate());
    all.item("subject", subject);
    if (target != null) {
      all.item("target", target);
    }
    return HexFormat.of().formatHex(all.digest.digest());
  }

  private void item(String role, Evidence.Item item) {
    line(role + ".layer", item.layer());
    line(role + ".code", item.code());
    line(role + ".sigmaM", item.sigmaM());
    for (Map.Entry<String, Object> field : new TreeMap<>(item.attributes()).entrySet()) {
      line(role + "." + field.getKey(), field.getValue());
    }
    if (item.geometry() != null) {
      line(role + ".wkb", HexFormat.of().formatHex(new WKBWriter(2).write(item.geometry())));
    }
  }

  private void line(String name, Object value) {
    String text = name + "=" + (value == null ? "" : value) + "\n";
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
