package cn.anlan.geo.rule.file;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.yaml.DefinitionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All rules: ours, and the office's own, which replace ours. A rule whose law has changed stands in
 * several files of one id, in force one after the other. Because a finding names only id and
 * version, no two of one id may bear the same version. Immutable; in the order of ids, and of one
 * id in the order of their first day.
 */
public final class RuleBook {
  private final List<RuleText> texts;
  private final List<byte[]> digests;
  private final List<Rule> active;
  private final List<Rule> off;

  RuleBook(List<RuleText> texts) {
    this.texts = List.copyOf(texts);
    this.digests = texts.stream().map(RuleBook::digest).toList();
    this.active = texts.stream().filter(t -> !t.off()).map(RuleText::rule).toList();
    this.off = texts.stream().filter(RuleText::off).map(RuleText::rule).toList();
  }

  /**
   * Reads our rules from the class path and the office's from {@code <conf>/rules/*.yaml}.
   *
   * @param confDirOrNull the office's directory; null or absent means there is none
   * @throws DefinitionException where a file is not a valid rule, with file, line and column
   */
  public static RuleBook load(Path confDirOrNull) {
    return new RuleBook(RuleFolder.read(confDirOrNull));
  }

  /**
   * One rule by itself, as in a test or before it is taken over.
   *
   * @param file the name that messages show; not opened
   * @throws DefinitionException where the text is not a valid rule, with line and column
   */
  public static Rule read(String file, String yaml) {
    return RuleText.read(file, yaml, "office").get(0).rule();
  }

  /** All rules that are switched on, every version of them. */
  public Collection<Rule> rules() {
    return active;
  }

  /** The rules that the office has switched off. */
  public Collection<Rule> switchedOff() {
    return off;
  }

  /** The version of a rule, for the same subjects, that is in force on a day. */
  public Optional<Rule> findInForce(Rule rule, LocalDate day) {
    return active.stream()
        .filter(r -> key(r).equals(key(rule)) && r.valid().isInForce(day))
        .findFirst();
  }

  private static List<String> key(Rule rule) {
    return List.of(rule.id(), rule.subject().layer());
  }

  /**
   * Of each id one rule for each of its subjects: the version in force on the day, else the latest.
   *
   * @param ids none means all
   * @throws UserFault where there is no such rule, naming those there are
   */
  public List<Rule> on(LocalDate day, Collection<String> ids) {
    ids.forEach(this::getRule);
    Map<List<String>, Rule> chosen = new LinkedHashMap<>();
    for (Rule rule : active) {
      if (ids.isEmpty() || ids.contains(rule.id())) {
        chosen.merge(
            key(rule), rule, (before, later) -> before.valid().isInForce(day) ? before : later);
      }
    }
    return List.copyOf(chosen.values());
  }

  /** The latest version. */
  public Optional<Rule> findRule(String id) {
    return active.stream().filter(r -> r.id().equals(id)).reduce((before, later) -> later);
  }

  /**
   * The latest version.
   *
   * @throws UserFault where there is no such rule, naming those there are
   */
  public Rule getRule(String id) {
    return findRule(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有规则 '" + id + "' / no such rule",
                    "可用规则 / rules: "
                        + String.join(", ", active.stream().map(Rule::id).distinct().toList())));
  }

  /**
   * A fault of a rule that shows only beside other things, such as a layer that is not in the
   * catalogue.
   *
   * @param pointer where it stands in the file, as a JSON pointer
   */
  public DefinitionException fault(Rule rule, String pointer, String problem) {
    return texts.stream()
        .filter(t -> t.rule() == rule)
        .findFirst()
        .orElseThrow()
        .fault(pointer, problem);
  }

  /** SHA-256 over the texts of some rules, in hexadecimal: the same where they say the same. */
  public String digest(Collection<Rule> rules) {
    Set<Rule> wanted = new HashSet<>(rules);
    MessageDigest digest = sha256();
    for (int i = 0; i < texts.size(); i++) {
      if (wanted.contains(texts.get(i).rule())) {
        digest.update(digests.get(i));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] digest(RuleText text) {
    MessageDigest digest = sha256();
    for (String part : List.of(text.rule().id(), text.text(), text.overlay())) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
