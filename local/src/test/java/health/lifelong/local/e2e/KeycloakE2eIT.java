package health.lifelong.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import health.lifelong.local.command.PersonCommand;
import health.lifelong.local.http.Http;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.push.Pusher;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.Supervisor;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A person signs in at the real identity provider with the real page in a real browser. The steps
 * build on each other. Needs Chromium; without one it is skipped and says so.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakE2eIT {
  private static final int BASE = 28280;
  private static final int KEYCLOAK = BASE + 60;
  private static final int SENDERS = 4;
  private static final int TRIES = 30;
  private static final String NAME = "haneul";

  private final Ports ports = new Ports(BASE);
  private final String password = UUID.randomUUID().toString();
  private final String seed = UUID.randomUUID().toString();
  private final List<JsonNode> issued = new CopyOnWriteArrayList<>();
  private Keycloak keycloak;
  private Supervisor supervisor;
  private Http http;
  private LocalTokens tokens;
  private Playwright playwright;
  private BrowserContext browser;
  private Page page;
  private String person = "";

  @BeforeAll
  void start() throws Exception {
    // Under target, so that the logs of a failure can be read.
    Path state = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "keycloak-e2e-");
    Path chromium = chromium();
    Path root = Path.of("..").toAbsolutePath().normalize();
    keycloak =
        Keycloak.start(
            KEYCLOAK,
            gateway(""),
            root.resolve("k8s/regions/kr/identity/realm.json"),
            Path.of("target/keycloak.log"));
    // Before the services: keys that are not there at their start cost the one look of a minute.
    keycloak.await();
    Layout layout = new Layout(root, state);
    supervisor =
        new Supervisor(
            layout,
            ports,
            System.out::println,
            Map.of(
                "lifelong.token.issuers.keycloak.issuer", keycloak.issuer(),
                "lifelong.token.issuers.keycloak.keys", keycloak.endpoint("certs"),
                "lifelong.sign-in.issuer", keycloak.issuer(),
                "lifelong.sign-in.authority", keycloak.issuer()));
    supervisor.start();
    LocalKeys keys = LocalKeys.of(layout);
    tokens = new LocalTokens(keys);
    http = new Http(keys);
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(driver()));
    Browser launched =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
    browser =
        launched.newContext(
            new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("ko-KR"));
    page = browser.newPage();
    page.onResponse(this::note);
    Path sample = Files.writeString(state.resolve("kc.hl7"), OnCallSteps.message("KC1"));
    new Pusher(ports, http, tokens)
        .push(sample, FileKind.HL7V2, new Pusher.Options("seoul", "", "", ""), records -> {});
    person = warmedUp(() -> PersonCommand.resolve(http, tokens, gateway(""), "seoul/KC1"));
    warmedUp(() -> http.get(gateway("/v1/me/report"), tokens.person(person)).require("report"));
    keycloak.account(NAME, password, seed);
  }

  /** First calls load classes, and may come too late on a busy machine. */
  private static <T> T warmedUp(Callable<T> call) throws Exception {
    for (int left = TRIES; ; left--) {
      try {
        return call.call();
      } catch (Failure early) {
        if (left == 0) {
          throw early;
        }
        Thread.sleep(2_000);
      }
    }
  }

  private static Path chromium() {
    List<Path> found =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .toList();
    if (found.isEmpty()) {
      System.out.println(
          "SKIPPED: signing in at Keycloak was NOT tested: no Chromium here; install the Debian"
              + " package chromium and run ./lifelong test again");
    }
    assumeThat(found).as("a Chromium").isNotEmpty();
    return found.getFirst();
  }

  private static Map<String, String> driver() {
    return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (supervisor != null) {
      supervisor.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
    if (http != null) {
      http.close();
    }
  }

  private String gateway(String path) {
    return "http://localhost:" + ports.http(Service.GATEWAY) + path;
  }

  private void note(Response response) {
    if (response.url().equals(keycloak.endpoint("token")) && response.ok()) {
      try {
        issued.add(Http.JSON.readTree(response.text()));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Locator signInButton() {
    return page.locator("main button", new Page.LocatorOptions().setHasText("로그인하기"));
  }

  private Locator signOutButton() {
    return page.locator("header button", new Page.LocatorOptions().setHasText("나가기"));
  }

  private void signIn() {
    page.navigate(gateway("/"));
    signInButton().click();
    page.locator("#username").fill(NAME);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    signOutButton().waitFor();
  }

  @Test
  @Order(1)
  void a_person_signs_in_at_keycloak_and_opens_the_record_with_the_code_of_the_centre()
      throws Exception {
    signIn();
    assertThat(page.url()).isEqualTo(gateway("/"));
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(claims(issued.getLast()).path("acr").asText()).isEqualTo("1");
    page.locator("main button").click();
    secondFactor();
    page.locator("input[name=code]").waitFor();
    picture("link");
    page.locator("input[name=code]").fill(code());
    page.locator("input[name=birthDate]").fill("1980-02-29");
    page.locator("main button[type=submit]").click();
    page.locator("nav").waitFor();
    page.locator("main :is(h1, h2)").first().waitFor();
    picture("home");
  }

  private String code() throws Exception {
    return http.post(
            gateway("/v1/centres/seoul/persons/" + person + "/account-codes"),
            tokens.centre("seoul"),
            "application/json",
            HttpRequest.BodyPublishers.ofString("{}"))
        .require("code")
        .path("code")
        .asText();
  }

  private void secondFactor() throws Exception {
    page.locator("#otp").fill(OneTimePassword.of(seed, Instant.now()));
    page.locator("#kc-login").click();
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screens/" + name + ".png")));
  }

  @Test
  @Order(2)
  void loading_the_page_again_asks_for_no_password() {
    page.reload();
    signOutButton().waitFor();
    page.locator("nav").waitFor();
    assertThat(page.locator("input[type=password]").count()).isZero();
  }

  @Test
  @Order(3)
  void changing_a_consent_asks_for_the_second_factor_and_comes_back_to_the_same_screen()
      throws Exception {
    // Signed in anew with the password alone.
    signOutButton().click();
    signInButton().waitFor();
    signIn();
    page.navigate(gateway("/#/consent"));
    decide();
    secondFactor();
    page.locator("main .switch").first().waitFor();
    assertThat(page.url()).isEqualTo(gateway("/#/consent"));
    assertThat(claims(issued.getLast()).path("acr").asText()).isEqualTo("2");
    Response saved =
        page.waitForResponse(
            response ->
                response.url().endsWith("/v1/me/consents")
                    && response.request().method().equals("POST"),
            this::decide);
    assertThat(saved.status()).isEqualTo(200);
  }

  private void decide() {
    page.locator("main .switch").first().click();
    page.locator("main .ask .primary").click();
  }

  @Test
  @Order(4)
  void keycloak_changes_its_key_under_load_and_no_request_fails() throws Exception {
    AtomicReference<String> token =
        new AtomicReference<>(issued.getLast().path("access_token").asText());
    AtomicBoolean on = new AtomicBoolean(true);
    AtomicInteger good = new AtomicInteger();
    List<String> failed = new CopyOnWriteArrayList<>();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.startVirtualThread(() -> load(token, on, good, failed)));
    }
    String before = keyOf(token.get());
    Thread.sleep(1_000);
    keycloak.rotateSigningKey();
    Keycloak.Answer renewed = keycloak.refresh(issued.getLast().path("refresh_token").asText());
    issued.add(renewed.body());
    token.set(renewed.body().path("access_token").asText());
    int atRotation = good.get();
    Thread.sleep(3_000);
    on.set(false);
    for (Thread sender : senders) {
      sender.join();
    }
    System.out.println(
        "key rotation: " + good.get() + " good requests, " + failed.size() + " failed");
    assertThat(keyOf(token.get())).isNotEqualTo(before);
    assertThat(failed).isEmpty();
    assertThat(good.get()).isGreaterThan(atRotation + SENDERS);
  }

  private void load(
      AtomicReference<String> token, AtomicBoolean on, AtomicInteger good, List<String> failed) {
    while (on.get()) {
      try {
        Http.Answer answer = http.get(gateway("/v1/me/timeline"), token.get());
        if (answer.status() == 200) {
          good.incrementAndGet();
        } else {
          failed.add(answer.status() + " " + answer.body());
        }
      } catch (Exception e) {
        failed.add(e.toString());
      }
    }
  }

  @Test
  @Order(5)
  void a_refresh_rotates_and_a_replayed_refresh_token_kills_the_family() throws Exception {
    // The page's own refresh token was used in the step before; a new load gives it a new one.
    page.clock().install();
    page.navigate(gateway("/"));
    signIn2();
    String first = issued.getLast().path("refresh_token").asText();
    page.clock().fastForward(280_000);
    page.waitForResponse(keycloak.endpoint("token"), this::askAnew);
    String second = issued.getLast().path("refresh_token").asText();
    assertThat(second).isNotEmpty().isNotEqualTo(first);

    Keycloak.Answer replayed = keycloak.refresh(first);
    assertThat(replayed.status()).isEqualTo(400);
    assertThat(replayed.body().path("error").asText()).isEqualTo("invalid_grant");
    Keycloak.Answer good = keycloak.refresh(second);
    assertThat(good.status()).as("the good one has died with the stolen one").isEqualTo(400);

    page.clock().fastForward(280_000);
    askAnew();
    signInButton().waitFor();
  }

  /** The step before may have ended the sign-in by using the page's refresh token beside it. */
  private void signIn2() {
    signOutButton().or(signInButton()).waitFor();
    if (signInButton().isVisible()) {
      signIn();
    }
  }

  private void askAnew() {
    page.locator("header select").selectOption("en");
    page.locator("header select").selectOption("ko");
  }

  @Test
  @Order(6)
  void whoever_signs_out_must_give_the_password_again() {
    page.navigate(gateway("/"));
    signIn2();
    signOutButton().click();
    signInButton().waitFor();
    signInButton().click();
    page.locator("#password").waitFor();
  }

  @Test
  @Order(7)
  void a_wrong_link_ends_the_access_of_a_token_in_use_within_five_seconds() throws Exception {
    signIn();
    String token = issued.getLast().path("access_token").asText();
    assertThat(http.get(gateway("/v1/me/timeline"), token).status()).isEqualTo(200);
    http.post(
        gateway("/v1/centres/seoul/persons/" + person + "/wrong-link"),
        tokens.centre("seoul"),
        "application/json",
        HttpRequest.BodyPublishers.ofString("{}"));
    long reported = System.nanoTime();
    int status = 200;
    while (status == 200 && System.nanoTime() - reported < 20_000_000_000L) {
      status = http.get(gateway("/v1/me/timeline"), token).status();
    }
    assertThat(status).isIn(401, 403);
    assertThat(System.nanoTime() - reported).isLessThan(5_000_000_000L);
  }

  private static JsonNode claims(JsonNode answer) {
    return part(answer.path("access_token").asText(), 1);
  }

  private static String keyOf(String token) {
    return part(token, 0).path("kid").asText();
  }

  private static JsonNode part(String token, int index) {
    try {
      return Http.JSON.readTree(
          new String(
              Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
