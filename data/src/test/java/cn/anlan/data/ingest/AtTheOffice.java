package cn.anlan.data.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of files need: a new office for each of them, in a directory of its own. */
public abstract class AtTheOffice {
  @TempDir protected Path directory;
  protected Office office;

  @BeforeEach
  void openOffice() {
    office = new Office(directory);
  }

  @AfterEach
  void closeOffice() {
    office.close();
  }
}
