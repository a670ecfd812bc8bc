package cn.anlan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The launcher and the program know the same commands, and each explains itself. */
class CommandsTest {
  @Test
  void theLauncherListsWhatTheProgramKnows() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher line =
        Pattern.compile("(?m)^([a-z]+) +\\| +(runtime|nothing|tests) +\\|")
            .matcher(Files.readString(Path.of("..", "anlan")));
    while (line.find()) {
      listed.add(line.group(1));
    }
    // The tests are run by the launcher, not by the program.
    assertThat(listed.remove("test")).isTrue();
    assertThat(listed).isEqualTo(Anlan.commands().getSubcommands().keySet());
  }

  @Test
  void everyCommandHasHelp() {
    Anlan.commands()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage()).as(name).contains("--help").contains("("));
  }

  @Test
  void aWordThatIsNoDayIsSaidToPeople() {
    StringWriter said = new StringWriter();
    int code =
        Anlan.commands()
            .setErr(new PrintWriter(said))
            .execute("crashes", "density", "--as-of", "2021年");
    assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString())
        .contains("--as-of", "2021年", "2021-12-31")
        .doesNotContain("java.", "Exception");
  }
}
