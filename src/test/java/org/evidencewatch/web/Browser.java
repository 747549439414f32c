package org.evidencewatch.web;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.naming.OperationNotSupportedException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser, headless, that reaches this machine only. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final ChromeDriver driver;
    private final String origin;

    private Browser(ChromeDriver driver, int port) {
        this.driver = driver;
        this.origin = "http://127.0.0.1:" + port;
    }

    /** Opens one; the test is left out, and says so, where the machine has none. */
    static Browser open(int port) {
        Optional<Path> binary =
                BROWSERS.stream().flatMap(name -> found(name).stream()).findFirst();
        Optional<Path> driver = found("chromedriver");
        if (binary.isEmpty() || driver.isEmpty()) {
            String what = "LEFT OUT: no Chromium with chromedriver on this machine, so nothing is tried in a browser";
            System.err.println(what);
            Assumptions.abort(what);
        }
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .withSilent(true)
                .build();
        return new Browser(new ChromeDriver(service, options(binary.orElseThrow())), port);
    }

    private static Optional<Path> found(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChromeOptions options(Path binary) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--no-first-run",
                "--window-size=1400,1000",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        return options;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Light or dark, as the system of the reader has it. */
    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** As wide as a telephone, or as a screen. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void go(String path) {
        driver.get(origin + path);
    }

    /** The path that the browser is at. */
    String at() {
        return driver.getCurrentUrl().substring(origin.length());
    }

    void login(String name, String password) {
        go("/login");
        patiently().until(d -> "username".equals(d.switchTo().activeElement().getDomAttribute("id")));
        keys(name, org.openqa.selenium.Keys.TAB, password, org.openqa.selenium.Keys.ENTER);
        until("/queue");
    }

    /** Presses keys wherever the focus is: no mouse. */
    void keys(CharSequence... keys) {
        patiently().until(d -> {
            d.switchTo().activeElement().sendKeys(keys);
            return true;
        });
    }

    /** What a page that is just being replaced answers is asked again. */
    private Wait<WebDriver> patiently() {
        return new WebDriverWait(driver, PATIENCE, PAUSE)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class);
    }

    /** Waits until the path begins so. */
    void until(String path) {
        patiently().until(d -> at().startsWith(path));
    }

    /** Waits until the page shows this text. */
    void shows(String text) {
        patiently().until(d -> text().contains(text));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /**
     * What axe finds amiss on the page, frames left out: what they hold is other people's.
     *
     * @param kind {@code rule} or {@code tag}
     * @param names of that kind
     */
    List<String> violations(String kind, List<String> names) {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: {type: arguments[0], values: arguments[1]}, iframes: false})
                    .then(all => done(all.violations.map(rule => rule.id + ': ' + rule.help + ' '
                        + rule.nodes.slice(0, 3).map(node => node.html).join(' '))))
                    .catch(error => done([String(error)]));
                """, kind, names);
        return found instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(found));
    }

    private static String axe() {
        try {
            return new EmbeddedResourceAxeProvider().getScript();
        } catch (OperationNotSupportedException | IOException e) {
            throw new IllegalStateException("axe is not on the class path", e);
        }
    }

    /** Whether a page has opened a dialog. */
    boolean dialog() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }

    /** Whether the page is wider than its window. */
    boolean overflows() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** What was asked of another host since the last time. */
    List<String> requestsElsewhere() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> url(message))
                .filter(url -> !url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("about:"))
                .toList();
    }

    private static String url(JsonNode message) {
        return message.path("params").path("request").path("url").asString();
    }

    /** What scripts and policies complained of since the last time. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
