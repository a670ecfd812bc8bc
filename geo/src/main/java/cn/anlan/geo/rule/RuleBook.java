package cn.anlan.geo.rule;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All rules in force here: ours, and the office's own, which replace ours of the same id. Because a
 * finding names only id and version, an office rule must bear another version than the one of ours
 * that it replaces. Immutable; in the order of ids.
 */
public final class RuleBook {
  private static final String INDEX = "index.txt";

  private final Map<String, Rule> rules;

  private RuleBook(Map<String, Rule> rules) {
    this.rules = Collections.unmodifiableMap(rules);
  }

  /**
   * Reads our rules from the class path and the office's from {@code <conf>/rules/*.yaml}.
   *
   * @param confDirOrNull the office's directory; null or absent means there is none
   * @throws DefinitionException where a file is not a valid rule, with file, line and column
   */
  public static RuleBook load(Path confDirOrNull) {
    Map<String, Rule> rules = new TreeMap<>();
    // A list of names, since a jar inside a jar has no directory that could be read.
    for (String name : resource(INDEX).lines().map(String::strip).toList()) {
      if (!name.isEmpty()) {
        add(rules, read("rules/" + name, resource(name), "anlan"), "rules/" + name);
      }
    }
    if (confDirOrNull != null && Files.isDirectory(confDirOrNull.resolve("rules"))) {
      addOffice(rules, confDirOrNull.resolve("rules"));
    }
    return new RuleBook(rules);
  }

  private static void addOffice(Map<String, Rule> rules, Path directory) {
    Map<String, Rule> office = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Rule rule = read(file.toString(), Files.readString(file), "office");
        Rule ours = rules.get(rule.id());
        if (ours != null && ours.version().equals(rule.version())) {
          throw new DefinitionException(
              file.toString(),
              "replaces our rule "
                  + rule.id()
                  + " but bears the same version '"
                  + rule.version()
                  + "'; findings could not tell them apart, give it another");
        }
        add(office, rule, file.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the office's rules in " + directory, e);
    }
    rules.putAll(office);
  }

  private static void add(Map<String, Rule> rules, Rule rule, String file) {
    if (rules.putIfAbsent(rule.id(), rule) != null) {
      throw new DefinitionException(file, "rule " + rule.id() + " is defined twice");
    }
  }

  /** Reads one rule; {@code file} is only the name that messages show. */
  static Rule read(String file, String yaml, String origin) {
    return StrictYaml.read(file, yaml, RuleFile.class).toRule(origin);
  }

  private static String resource(String name) {
    try (InputStream in = RuleBook.class.getResourceAsStream("/rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException("rules/" + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading rules/" + name, e);
    }
  }

  /** All rules by id. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  public Optional<Rule> findRule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * @throws UserFault where there is no such rule, naming those there are
   */
  public Rule getRule(String id) {
    return findRule(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有规则 '" + id + "' / no such rule",
                    "可用规则 / rules: " + String.join(", ", List.copyOf(rules.keySet()))));
  }
}
