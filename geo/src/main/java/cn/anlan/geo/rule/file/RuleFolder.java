package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Our rule files with the office's laid over them. */
final class RuleFolder {
  private static final String INDEX = "index.txt";
  private static final Comparator<RuleText> ORDER =
      Comparator.comparing((RuleText t) -> t.rule().id())
          .thenComparing(t -> t.rule().valid().from())
          .thenComparingInt(RuleText::subject);

  private final List<RuleText> rules = new ArrayList<>();

  private RuleFolder() {}

  static List<RuleText> read(Path confDirOrNull) {
    RuleFolder folder = new RuleFolder();
    // A list of names, since a jar inside a jar has no directory that could be read.
    for (String name : resource(INDEX).lines().map(String::strip).toList()) {
      if (!name.isEmpty()) {
        folder.add(RuleText.read("rules/" + name, resource(name), "anlan"));
      }
    }
    if (confDirOrNull != null && Files.isDirectory(confDirOrNull.resolve("rules"))) {
      folder.addOffice(confDirOrNull.resolve("rules"));
    }
    folder.rules.sort(ORDER);
    return folder.rules;
  }

  private void addOffice(Path directory) {
    List<List<RuleText>> office = new ArrayList<>();
    List<Path> overlays = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String text = Files.readString(file);
        if (StrictYaml.tree(file.toString(), text).has("rule")) {
          overlays.add(file);
        } else {
          office.add(RuleText.read(file.toString(), text, "office"));
        }
      }
      replace(office);
      for (Path file : overlays) {
        overlay(file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the office's rules in " + directory, e);
    }
  }

  /** A rule of the office takes the place of ours of the same id that hold on the same days. */
  private void replace(List<List<RuleText>> office) {
    for (List<RuleText> file : office) {
      RuleText own = file.get(0);
      rules.stream()
          .filter(ours -> sameId(ours.rule(), own.rule()))
          .forEach(ours -> requireOtherVersion(ours.rule(), own.rule(), own.file()));
    }
    for (List<RuleText> file : office) {
      Rule own = file.get(0).rule();
      rules.removeIf(ours -> !ours.rule().origin().equals("office") && clash(ours.rule(), own));
      add(file);
    }
  }

  private void overlay(String file, String text) {
    OverlayFile overlay = StrictYaml.read(file, text, OverlayFile.class);
    RuleText changed =
        rules.stream()
            .filter(t -> t.rule().id().equals(overlay.rule()))
            .filter(t -> overlay.of() == null || t.rule().version().equals(overlay.of()))
            .max(ORDER)
            .orElseThrow(
                () ->
                    StrictYaml.fault(
                        file, text, "/rule", "there is no such rule: " + overlay.rule()));
    rules.stream()
        .filter(t -> t.rule().id().equals(overlay.rule()))
        .filter(t -> t.rule().version().equals(overlay.version()))
        .findAny()
        .ifPresent(
            same -> {
              throw StrictYaml.fault(file, text, "/version", sameVersion(overlay.version()));
            });
    rules.removeIf(t -> t.file().equals(changed.file()) && sameId(t.rule(), changed.rule()));
    rules.addAll(changed.with(overlay, file, text));
  }

  private static void requireOtherVersion(Rule ours, Rule own, String file) {
    if (ours.version().equals(own.version())) {
      throw new DefinitionException(
          file, "replaces our rule " + own.id() + " but " + sameVersion(own.version()));
    }
  }

  private static String sameVersion(String version) {
    return "bears the same version '"
        + version
        + "'; findings could not tell them apart, give it another";
  }

  /** Adds the rule of one file, which is one for each of its subjects. */
  private void add(List<RuleText> file) {
    RuleText text = file.get(0);
    for (RuleText other : rules) {
      if (sameId(other.rule(), text.rule())) {
        if (clash(other.rule(), text.rule())) {
          throw new DefinitionException(
              text.file(),
              "rule "
                  + text.rule().id()
                  + " is defined twice for the same days; also in "
                  + other.file());
        }
        requireOtherVersion(other.rule(), text.rule(), text.file());
      }
    }
    rules.addAll(file);
  }

  private static boolean sameId(Rule a, Rule b) {
    return a.id().equals(b.id());
  }

  private static boolean clash(Rule a, Rule b) {
    return sameId(a, b) && a.valid().overlaps(b.valid());
  }

  private static String resource(String name) {
    try (InputStream in = RuleFolder.class.getResourceAsStream("/rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException("rules/" + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading rules/" + name, e);
    }
  }
}
