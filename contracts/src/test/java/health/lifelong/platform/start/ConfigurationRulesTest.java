package health.lifelong.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.platform.start.Setup.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule has a setup that only it refuses. */
class ConfigurationRulesTest {
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
  private static final Map<String, String> SAFE =
      Map.of(
          "mp.jwt.verify.issuer", "https://id.example/realms/lifelong",
          "mp.jwt.verify.audiences", "lifelong-gateway",
          "mp.jwt.verify.publickey.location", "https://id.example/certs",
          "mp.jwt.verify.publickey.algorithm", "RS256",
          "lifelong.token.maximum-lifetime-seconds", "300",
          "quarkus.http.ssl.certificate.files", "/etc/lifelong/tls/tls.crt",
          "quarkus.datasource.username", "app_profile",
          "quarkus.datasource.password", "x9-secret");

  private static Setup setup(boolean local, Map<String, String> settings, Database database) {
    return new Setup(local, settings, Set.of("2026-a"), Set.of(), Set.of(), Optional.of(database));
  }

  private static Database database(Map<String, String> parameters) {
    return new Database.Answered(parameters, false, false, false);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put(name, value);
    return settings;
  }

  @Test
  void aSafeSetupHasNoFinding() {
    assertThat(ConfigurationRules.findings(setup(false, SAFE, database(DURABLE)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mp.jwt.verify.issuer, ''",
    "mp.jwt.verify.audiences, ''",
    "mp.jwt.verify.publickey.location, ''",
    "mp.jwt.verify.publickey.location, http://id.example/certs",
    "mp.jwt.verify.publickey.algorithm, HS256",
    "mp.jwt.verify.issuer, https://lifelong.local",
    "lifelong.token.maximum-lifetime-seconds, 901",
    "lifelong.token.maximum-lifetime-seconds, 0",
    "lifelong.token.maximum-lifetime-seconds, ever",
    "quarkus.http.ssl.certificate.files, ''",
    "quarkus.http.cors.origins, *",
    "quarkus.datasource.password, app_profile"
  })
  void oneUnsafeSettingIsOneFindingThatNamesIt(String setting, String value) {
    Setup unsafe = setup(false, with(setting, value), database(DURABLE));
    assertThat(ConfigurationRules.findings(unsafe))
        .singleElement()
        .asString()
        .matches(finding -> finding.contains(setting) || finding.startsWith("TLS is off"));
  }

  @ParameterizedTest
  @CsvSource({"fsync", "synchronous_commit", "full_page_writes"})
  void aDatabaseThatMayForgetIsRefusedOnADevelopersMachineToo(String parameter) {
    Map<String, String> forgetful = new HashMap<>(DURABLE);
    forgetful.put(parameter, "off");
    assertThat(ConfigurationRules.findings(setup(true, SAFE, database(forgetful))))
        .singleElement()
        .asString()
        .contains(parameter);
  }

  @Test
  void aSilentDatabaseIsAFindingUnlessItMayBeAway() {
    assertThat(ConfigurationRules.findings(setup(false, SAFE, new Database.Silent()))).hasSize(1);
    Map<String, String> optional = with("quarkus.datasource.health.enabled", "false");
    assertThat(ConfigurationRules.findings(setup(false, optional, new Database.Silent())))
        .isEmpty();
  }

  @Test
  void aRoleThatRowSecurityDoesNotHoldIsRefused() {
    for (Database unsafe :
        List.of(
            new Database.Answered(DURABLE, true, false, false),
            new Database.Answered(DURABLE, false, true, false),
            new Database.Answered(DURABLE, false, false, true))) {
      assertThat(ConfigurationRules.findings(setup(false, SAFE, unsafe))).hasSize(1);
      assertThat(ConfigurationRules.findings(setup(true, SAFE, unsafe))).hasSize(1);
    }
  }

  @Test
  void theLocalKeyServesNothingButTheLocalProfile() {
    Setup production =
        new Setup(false, SAFE, Set.of("local-users"), Set.of(), Set.of(), Optional.empty());
    Setup local =
        new Setup(true, SAFE, Set.of("local-users"), Set.of(), Set.of(), Optional.empty());
    assertThat(ConfigurationRules.findings(production))
        .singleElement()
        .asString()
        .contains("local-users");
    assertThat(ConfigurationRules.findings(local)).isEmpty();
  }

  @Test
  void aConstantKeyIsRefused() {
    Setup constant =
        new Setup(
            false,
            SAFE,
            Set.of(),
            Set.of("lifelong.profile.field-key-file"),
            Set.of(),
            Optional.empty());
    assertThat(ConfigurationRules.findings(constant))
        .singleElement()
        .asString()
        .contains("lifelong.profile.field-key-file");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Setup empty =
        new Setup(
            false,
            Map.of(),
            Set.of("local-users"),
            Set.of("lifelong.profile.field-key-file"),
            Set.of("lifelong.mllp.plain.seoul"),
            Optional.of(new Database.Answered(Map.of(), true, true, false)));
    assertThat(ConfigurationRules.findings(empty)).hasSize(12);
  }

  @Test
  void aNamedTerminationOfTlsIsTaken() {
    Map<String, String> meshed = with("lifelong.tls.terminated-by", "service mesh");
    meshed.remove("quarkus.http.ssl.certificate.files");
    assertThat(ConfigurationRules.findings(setup(false, meshed, database(DURABLE)))).isEmpty();
  }

  @Test
  void aDoorWithoutTlsAndATokenWithoutCertificateAreForADevelopersOwnMachine() {
    Set<String> plain = Set.of("lifelong.mllp.plain.seoul");
    Map<String, String> lax = with("lifelong.centres.certificate-required", "false");
    Setup production = new Setup(false, lax, Set.of("2026-a"), Set.of(), plain, Optional.empty());
    Setup local = new Setup(true, lax, Set.of("2026-a"), Set.of(), plain, Optional.empty());
    assertThat(ConfigurationRules.findings(production))
        .hasSize(2)
        .anyMatch(finding -> finding.contains("lifelong.mllp.plain.seoul"))
        .anyMatch(finding -> finding.contains("certificate-required"));
    assertThat(ConfigurationRules.findings(local)).isEmpty();
  }
}
