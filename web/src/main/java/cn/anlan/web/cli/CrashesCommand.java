package cn.anlan.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./anlan crashes}: road accidents on the roads. */
@Command(
    name = "crashes",
    mixinStandardHelpOptions = true,
    description = {
      "道路交通事故落到路上 (road accidents brought onto roads)",
      "match 匹配与待核 (places and the queue)；density 沿路网的密度 (density along the roads)"
    },
    subcommands = {CrashesMatchCommand.class, CrashesDensityCommand.class})
public final class CrashesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
