package cn.anlan.data.export.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FormatsPageTest {
  @Test
  void thePageSaysWhatTheProgramSays() throws IOException {
    assertThat(Files.readString(FormatsPage.PAGE))
        .as("run FormatsPage to write docs/formats.md anew")
        .isEqualTo(FormatsPage.text());
  }
}
