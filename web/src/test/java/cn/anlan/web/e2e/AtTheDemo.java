package cn.anlan.web.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the demonstration province, which share one installation. */
@ExtendWith(SharedDemo.class)
abstract class AtTheDemo {
  @TempDir static Path folder;
  static Installation anlan;

  @BeforeAll
  static void take(Installation shared) {
    anlan = shared;
  }
}
