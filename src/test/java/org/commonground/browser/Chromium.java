package org.commonground.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one browser of this JVM: found where it usually stands, or brought by Playwright. Where none can be had all plays are left out, and
 * the build says in its last line what was not tried. On a build machine ({@code CI=true}) that is an error, because nobody reads there.
 */
final class Chromium implements ExecutionCondition {

    private static final String NONE = "There is no Chromium in the variable CHROMIUM or at its usual places, "
            + "and Playwright could not bring one.";

    static final String LEFT_OUT = "Left out: every play in the browser, so nothing was tried on a screen, neither logging in "
            + "nor lists, forms and refusals in Tasklist, nor Cockpit, mailed links and papers. " + NONE;

    /** The build prints this file last and takes it away. */
    private static final Path LAST_LINE = Path.of("target", "left-out.txt");

    /** Playwright would bring three browsers at once, whether they are needed or not. */
    private static final Map<String, String> BRING_NOTHING = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

    private static Optional<Browser> opened;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult verdict = verdict(browser().isPresent(), System.getenv());
        if (verdict.isDisabled()) {
            leaves(LEFT_OUT);
        }
        return verdict;
    }

    static ConditionEvaluationResult verdict(boolean canBeHad, Map<String, String> environment) {
        if (canBeHad) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        if ("true".equalsIgnoreCase(environment.get("CI"))) {
            throw new IllegalStateException("A build machine (CI=true) plays in the browser too. " + NONE);
        }
        return ConditionEvaluationResult.disabled(LEFT_OUT);
    }

    private static void leaves(String line) {
        try {
            Files.writeString(LAST_LINE, line);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The browser, opened with the first play that asks for it. */
    static synchronized Optional<Browser> browser() {
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private static Optional<Browser> open() {
        Playwright playwright;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(BRING_NOTHING));
        } catch (RuntimeException exception) {
            LOG.info("Playwright does not know this machine: {}", exception.getMessage());
            return Optional.empty();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        BrowserType chromium = playwright.chromium();
        return ChromiumPlaces.of(System.getenv()).stream().filter(Files::isExecutable).filter(Files::isRegularFile)
                .map(place -> tried(place.toString(), () -> chromium.launch(options().setExecutablePath(place))))
                .flatMap(Optional::stream).findFirst()
                .or(() -> tried("Playwright's own", () -> chromium.launch(options())))
                .or(() -> isBrought() ? tried("the one just brought", () -> chromium.launch(options())) : Optional.empty());
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setArgs(FLAGS).setTimeout(BrowserStage.PATIENCE.toMillis());
    }

    /** What stands there may be a stub that asks to be installed, or miss a library: the next place may be better. */
    private static Optional<Browser> tried(String which, Supplier<Browser> launch) {
        try {
            return Optional.of(launch.get());
        } catch (PlaywrightException exception) {
            LOG.info("Chromium does not open: {}", which);
            LOG.debug("Why", exception);
            return Optional.empty();
        }
    }

    private static boolean isBrought() {
        if (System.getenv(BRING_NOTHING.keySet().iterator().next()) != null) {
            return false;
        }
        LOG.info("No Chromium stands ready, so Playwright downloads one; this happens once and may take some minutes.");
        ProcessBuilder installer = Driver.ensureDriverInstalled(BRING_NOTHING, false).createProcessBuilder();
        installer.command().addAll(List.of("install", "--only-shell", "chromium"));
        installer.environment().keySet().removeAll(BRING_NOTHING.keySet());
        // Without a network it gives up after a minute at most; with a slow one it may go on for ten.
        installer.environment().putIfAbsent("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
        try {
            Process process = installer.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean done = process.waitFor(10, TimeUnit.MINUTES);
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return done && process.exitValue() == 0;
        } catch (IOException exception) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
