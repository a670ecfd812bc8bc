package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests in a real browser, each on a page freshly opened on the shared demonstration. */
abstract class AtThePage extends AtTheDemo {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = 120_000;
  private static Playwright playwright;
  private static Browser browser;
  final List<String> foreignRequests = new ArrayList<>();
  final List<String> consoleErrors = new ArrayList<>();
  Page page;

  @BeforeAll
  static void openBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--disable-quic")));
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
  }

  @BeforeEach
  void open() {
    page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.setDefaultTimeout(PATIENCE_MS);
    page.onRequest(
        request -> {
          String url = request.url();
          boolean own =
              url.startsWith(anlan.url("/")) || url.startsWith("blob:") || url.startsWith("data:");
          if (!own) {
            foreignRequests.add(url);
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            consoleErrors.add(message.text());
          }
        });
    page.navigate(anlan.url("/"));
    page.waitForSelector(
        "html[data-ready=true]",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  /** A page left open would go on drawing and asking beside the next. */
  @AfterEach
  void close() {
    page.context().close();
  }

  static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }

  /** Playwright's own waiting evaluates text in the page, which its content policy forbids. */
  void waitFor(String condition, Object argument) throws InterruptedException {
    long deadline = System.nanoTime() + (long) (PATIENCE_MS * 1e6);
    while (!Boolean.TRUE.equals(page.evaluate(condition, argument))) {
      assertThat(System.nanoTime()).as("still not: %s", condition).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  Locator hook(String name) {
    return page.locator("[data-testid='" + name + "']");
  }

  static long number(Locator locator) {
    return Long.parseLong(locator.innerText().replaceAll("[^0-9]", ""));
  }

  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
