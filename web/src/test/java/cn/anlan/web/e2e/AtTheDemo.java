package cn.anlan.web.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests of the demonstration province, which share one installation, one class after another. */
@ExtendWith(SharedDemo.class)
@ResourceLock("the shared demonstration")
abstract class AtTheDemo {
  @TempDir static Path folder;
  static Installation anlan;

  @BeforeAll
  static void take(Installation shared) {
    anlan = shared;
  }
}
