package cn.anlan.geo.datum;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The systems in which this office can take coordinates: those of {@link CoordinateSystem}, and
 * those of an old datum for which {@code datums/*.yaml} in its configuration holds parameters.
 */
public final class SourceSystems {
  private final List<ShiftParameters> sets;

  private SourceSystems(List<ShiftParameters> sets) {
    this.sets = List.copyOf(sets);
  }

  /**
   * Reads the office's parameter sets.
   *
   * @param confDir may not exist
   * @throws DefinitionException where a file is not a valid set
   */
  public static SourceSystems load(Path confDir) {
    List<ShiftParameters> sets = new ArrayList<>();
    Path folder = confDir.resolve("datums");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.list(folder)) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
          sets.add(read(path));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("reading the office's transformation parameters", e);
      }
    }
    return new SourceSystems(sets);
  }

  private static ShiftParameters read(Path path) throws IOException {
    String name = "conf/datums/" + path.getFileName();
    ShiftParameters set = StrictYaml.read(name, Files.readString(path), ShiftParameters.class);
    if (!name.endsWith("/" + set.id() + ".yaml")) {
      throw new DefinitionException(
          name, "the file must be named " + set.id() + ".yaml, like its id");
    }
    return set;
  }

  /**
   * The system that a user's words mean: as {@link CoordinateSystem#parse}; or a code or name of
   * Xian 1980 or Beijing 1954, followed by {@code @} and the name of a parameter set where several
   * are there ({@code EPSG:2383@xian80-ganzhou}).
   *
   * @throws UserFault where they mean nothing, or an old datum without parameters or with several
   */
  public SourceSystem parse(String words) {
    int at = words == null ? -1 : words.lastIndexOf('@');
    String name = at < 0 ? words : words.substring(0, at);
    int old = name == null ? 0 : SystemNames.findOld(name);
    if (old == 0) {
      if (at >= 0) {
        throw new UserFault(
            "坐标系“" + name + "”不用转换参数 (takes no transformation parameters)", "去掉 @ 及其后的文字");
      }
      return CoordinateSystem.parse(name);
    }
    return new OldSystem(old, choose(name, old, at < 0 ? null : words.substring(at + 1).strip()));
  }

  /**
   * The code of the system that the words mean, also where it cannot be taken; empty where they
   * mean none that is known.
   */
  public static String code(String words) {
    int old = SystemNames.findOld(words);
    if (old != 0) {
      return "EPSG:" + old;
    }
    try {
      return CoordinateSystem.parse(words).code();
    } catch (UserFault unknown) {
      return "";
    }
  }

  private ShiftParameters choose(String name, int epsg, String wanted) {
    List<ShiftParameters> fitting =
        sets.stream().filter(s -> s.datum().findShape(epsg).isPresent()).toList();
    if (fitting.isEmpty()) {
      throw SystemNames.refusal(name.strip(), OldDatum.ofEpsg(epsg).title());
    }
    String known = fitting.stream().map(ShiftParameters::id).collect(Collectors.joining(", "));
    if (wanted == null && fitting.size() > 1) {
      throw new UserFault(
          "坐标系“" + name + "”有几组转换参数 (several parameter sets): " + known,
          "指明用哪一组,例如 --crs " + name.strip() + "@" + fitting.get(0).id());
    }
    return fitting.stream()
        .filter(s -> wanted == null || s.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "没有名为“" + wanted + "”的转换参数 (no such parameter set)",
                    "现有 (there are): " + known));
  }
}
