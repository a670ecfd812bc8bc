package cn.anlan.web;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.web.bench.BenchCommand;
import cn.anlan.web.cli.AccidentsCommand;
import cn.anlan.web.cli.AssessCommand;
import cn.anlan.web.cli.BlackspotsCommand;
import cn.anlan.web.cli.CheckCommand;
import cn.anlan.web.cli.CrashesCommand;
import cn.anlan.web.cli.DayConverter;
import cn.anlan.web.cli.DeliveriesCommand;
import cn.anlan.web.cli.DemoCommand;
import cn.anlan.web.cli.DoctorCommand;
import cn.anlan.web.cli.DowngradesCommand;
import cn.anlan.web.cli.ExportCommand;
import cn.anlan.web.cli.GradeCommand;
import cn.anlan.web.cli.HotspotsCommand;
import cn.anlan.web.cli.ImportCommand;
import cn.anlan.web.cli.LedgerCommand;
import cn.anlan.web.cli.PsqlCommand;
import cn.anlan.web.cli.QgisCommand;
import cn.anlan.web.cli.ReachCommand;
import cn.anlan.web.cli.RoadsCommand;
import cn.anlan.web.cli.RouteCommand;
import cn.anlan.web.cli.ServeCommand;
import cn.anlan.web.cli.StopCommand;
import cn.anlan.web.cli.SurroundingsCommand;
import cn.anlan.web.cli.SurveyCommand;
import cn.anlan.web.cli.WatchCommand;
import cn.anlan.web.problem.NotFound;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The one entry point of the jar: every word typed after {@code ./anlan} arrives here.
 *
 * <p>Exit codes: 0 done, 1 the import took nothing or refused rows, 2 wrong usage or a definition
 * file that cannot be used, 3 refused with a reason, 70 our own fault.
 */
@Command(
    name = "anlan",
    mixinStandardHelpOptions = true,
    version = Anlan.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    description = "安澜：省级安全生产风险一张图 (a province's work-safety risk map)",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      StopCommand.class,
      ImportCommand.class,
      DeliveriesCommand.class,
      ExportCommand.class,
      CheckCommand.class,
      AssessCommand.class,
      SurveyCommand.class,
      WatchCommand.class,
      SurroundingsCommand.class,
      AccidentsCommand.class,
      LedgerCommand.class,
      HotspotsCommand.class,
      GradeCommand.class,
      CrashesCommand.class,
      BlackspotsCommand.class,
      DowngradesCommand.class,
      ReachCommand.class,
      RoadsCommand.class,
      RouteCommand.class,
      QgisCommand.class,
      PsqlCommand.class,
      DoctorCommand.class,
      BenchCommand.class
    })
public final class Anlan implements Runnable {
  public static final String VERSION = "0.1.0";
  private static final int REFUSED = 3;
  private static final int OWN_FAULT = 70;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] args) {
    ChinaTime.use();
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    int code =
        commands()
            .setOut(new PrintWriter(System.out, true))
            .setErr(new PrintWriter(System.err, true))
            .execute(args);
    System.exit(code);
  }

  /** All commands, with what they have in common. */
  static CommandLine commands() {
    CommandLine commands = new CommandLine(new Anlan());
    // psql's own options pass through it as they are.
    commands.getSubcommands().get("psql").setUnmatchedOptionsArePositionalParams(true);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, new DayConverter())
        .setParameterExceptionHandler(Anlan::usage)
        .setExecutionExceptionHandler(Anlan::failure);
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private static int usage(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println(fault.getMessage());
    command.getErr().println("用法见 (see) ./anlan " + words(command) + "--help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String words(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return name.equals("anlan") ? "" : name.substring("anlan ".length()) + " ";
  }

  private static int failure(Exception fault, CommandLine command, ParseResult parsed) {
    if (fault instanceof UserFault userFault) {
      command.getErr().println(userFault.line());
      return REFUSED;
    }
    if (fault instanceof NotFound notFound) {
      return failure(new UserFault(notFound.getMessage(), notFound.remedy()), command, parsed);
    }
    if (fault instanceof DefinitionException) {
      command.getErr().println(fault.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    String errorId = UUID.randomUUID().toString();
    LoggerFactory.getLogger(Anlan.class).error("error {}", errorId, fault);
    command.getErr().println("内部错误 (internal error) " + errorId);
    return OWN_FAULT;
  }
}
