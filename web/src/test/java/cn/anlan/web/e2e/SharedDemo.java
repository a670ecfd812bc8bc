package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one installation with the demonstration province to every class that asks for it: drawn
 * once at its usual scale, removed when all tests are done. Who changes its rows leaves every count
 * as it is.
 */
final class SharedDemo implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Installation.class;
  }

  @Override
  public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedDemo.class))
        .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
        .anlan;
  }

  /** Closed by JUnit when the last test is done. */
  private static final class Running implements AutoCloseable {
    private final Installation anlan;

    Running() {
      try {
        anlan = new Installation();
      } catch (IOException e) {
        throw new UncheckedIOException("making a directory for the shared demonstration", e);
      }
      try {
        anlan.start("demo");
        assertThat(anlan.json("/api/status").get("dataVersion").asLong())
            .as("the base map, the province, and after them what it was analysed for")
            .isGreaterThanOrEqualTo(2);
      } catch (Exception | AssertionError e) {
        removeAfter(e);
        throw new IllegalStateException("starting the shared demonstration", e);
      }
    }

    private void removeAfter(Throwable failure) {
      try {
        anlan.kill();
        anlan.remove();
      } catch (Exception | AssertionError e) {
        failure.addSuppressed(e);
      }
    }

    @Override
    public void close() throws Exception {
      anlan.remove();
    }
  }
}
