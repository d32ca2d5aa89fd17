package health.lifelong.platform.start;

import health.lifelong.platform.start.Setup.Database;
import health.lifelong.platform.token.ClaimRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What makes a configuration unsafe, a rule a finding, each a sentence that says what to change. A
 * developer's own machine may use its local key and plain HTTP; nothing may lose what was
 * acknowledged, and row-level security holds everywhere.
 */
public final class ConfigurationRules {
  /** Prefix of the ids of keys that {@code ./lifelong up} makes. */
  public static final String LOCAL_KEY = "local-";

  private static final String LOCAL_ISSUER = "https://lifelong.local";
  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  /** Prefix of the settings of doors without TLS. */
  public static final String PLAIN_LISTENERS = "lifelong.mllp.plain.";

  /** Settings the rules look at, beside those of further issuers. */
  public static final List<String> LOOKED_AT =
      List.of(
          "mp.jwt.verify.issuer",
          "mp.jwt.verify.audiences",
          "mp.jwt.verify.publickey.location",
          "mp.jwt.verify.publickey.algorithm",
          "lifelong.token.maximum-lifetime-seconds",
          "lifelong.token.person-issuers",
          "lifelong.tls.terminated-by",
          "quarkus.http.ssl.certificate.files",
          "quarkus.http.ssl.certificate.key-store-file",
          "quarkus.http.tls-configuration-name",
          "quarkus.http.insecure-requests",
          "quarkus.http.cors.origins",
          "lifelong.centres.certificate-required",
          "quarkus.datasource.username",
          "quarkus.datasource.password",
          "quarkus.datasource.health.enabled");

  private ConfigurationRules() {}

  /** Every finding; empty where the service may start. */
  public static List<String> findings(Setup setup) {
    List<String> findings = new ArrayList<>();
    tokens(setup, findings::add);
    setup.database().ifPresent(database -> durability(setup, database, findings::add));
    setup.database().ifPresent(database -> databaseRole(database, findings::add));
    if (!setup.local()) {
      localKeys(setup, findings::add);
      doors(setup, findings::add);
      centres(setup, findings::add);
      password(setup, findings::add);
    }
    return List.copyOf(findings);
  }

  private static void tokens(Setup setup, Consumer<String> findings) {
    for (String needed :
        List.of(
            "mp.jwt.verify.issuer",
            "mp.jwt.verify.audiences",
            "mp.jwt.verify.publickey.location")) {
      if (setup.setting(needed).isEmpty()) {
        findings.accept(needed + " is not set: tokens of anybody for anybody would be taken.");
      }
    }
    setup
        .setting("mp.jwt.verify.publickey.algorithm")
        .filter(algorithm -> !ALGORITHMS.contains(algorithm))
        .ifPresent(
            algorithm ->
                findings.accept(
                    "mp.jwt.verify.publickey.algorithm is "
                        + algorithm
                        + ": set one algorithm of public keys, such as ES256."));
    setup
        .setting("lifelong.token.maximum-lifetime-seconds")
        .filter(life -> !isLife(life))
        .ifPresent(
            life ->
                findings.accept(
                    "lifelong.token.maximum-lifetime-seconds is "
                        + life
                        + ": set 1 to "
                        + ClaimRules.LIFE_CAP
                        + "."));
  }

  private static boolean isLife(String seconds) {
    try {
      long life = Long.parseLong(seconds);
      return life >= 1 && life <= ClaimRules.LIFE_CAP;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void localKeys(Setup setup, Consumer<String> findings) {
    for (String key : setup.tokenKeys()) {
      if (key.startsWith(LOCAL_KEY)) {
        findings.accept(
            "The token key "
                + key
                + " was made by ./lifelong up and is good for nothing else: configure the keys of"
                + " the identity provider.");
      }
    }
    if (setup.setting("mp.jwt.verify.issuer").filter(LOCAL_ISSUER::equals).isPresent()) {
      findings.accept("mp.jwt.verify.issuer is the local issuer: set the identity provider's.");
    }
    if (setup
        .setting("lifelong.token.person-issuers")
        .filter(issuers -> !issuers.equals(LOCAL_ISSUER))
        .isPresent()) {
      findings.accept(
          "lifelong.token.person-issuers lets an issuer name persons by itself: leave it unset, so"
              + " that accounts are linked to persons.");
    }
    for (String setting : setup.constantKeys()) {
      findings.accept(setting + " holds one byte repeated: make a random key.");
    }
  }

  private static void doors(Setup setup, Consumer<String> findings) {
    boolean ownTls =
        setup.setting("quarkus.http.ssl.certificate.files").isPresent()
            || setup.setting("quarkus.http.ssl.certificate.key-store-file").isPresent()
            || setup.setting("quarkus.http.tls-configuration-name").isPresent();
    if (!ownTls && setup.setting("lifelong.tls.terminated-by").isEmpty()) {
      findings.accept(
          "TLS is off: configure a certificate, or name in lifelong.tls.terminated-by what"
              + " encrypts before this service.");
    }
    setup
        .setting("mp.jwt.verify.publickey.location")
        .filter(location -> !isTrustworthy(location))
        .ifPresent(
            location ->
                findings.accept(
                    "mp.jwt.verify.publickey.location is not https: or file:, so anybody on the"
                        + " way could give us their keys."));
    if (setup.setting("quarkus.http.cors.origins").filter(all -> all.contains("*")).isPresent()) {
      findings.accept("quarkus.http.cors.origins lets every web site in: name the sites.");
    }
  }

  private static void centres(Setup setup, Consumer<String> findings) {
    if (setup
        .setting("lifelong.centres.certificate-required")
        .filter("false"::equals)
        .isPresent()) {
      findings.accept(
          "lifelong.centres.certificate-required is false: a stolen token would do without the"
              + " centre's certificate; remove the setting.");
    }
    for (String listener : setup.plainListeners()) {
      findings.accept(
          listener
              + " opens a door without TLS: use lifelong.mllp.listeners and quarkus.tls.centres.");
    }
  }

  private static boolean isTrustworthy(String location) {
    try {
      String scheme = URI.create(location).getScheme();
      return "https".equals(scheme) || "file".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void durability(Setup setup, Database database, Consumer<String> findings) {
    switch (database) {
      case Database.Silent silent -> {
        // The ledger of insights may be away: its service says so with this setting.
        if (!setup
            .setting("quarkus.datasource.health.enabled")
            .equals(java.util.Optional.of("false"))) {
          findings.accept(
              "The database does not answer, so nobody knows whether it keeps what it is told.");
        }
      }
      case Database.Answered answered -> {
        for (String parameter : DURABILITY) {
          String value = answered.parameters().getOrDefault(parameter, "unknown");
          if (value.equals("off") || value.equals("unknown")) {
            findings.accept(
                "The database runs with "
                    + parameter
                    + "="
                    + value
                    + ": acknowledged data could be lost; turn it on.");
          }
        }
      }
    }
  }

  private static void databaseRole(Database database, Consumer<String> findings) {
    if (database
        instanceof
        Database.Answered(var parameters, boolean superuser, boolean bypasses, boolean owner)) {
      if (superuser) {
        findings.accept(
            "The database role is a superuser: row-level security does not hold for it.");
      }
      if (bypasses) {
        findings.accept(
            "The database role has BYPASSRLS: row-level security does not hold for it.");
      }
      if (owner) {
        findings.accept(
            "The database role owns tables: it could take their policies away; set"
                + " quarkus.flyway.username to the owner and connect as another.");
      }
    }
  }

  private static void password(Setup setup, Consumer<String> findings) {
    if (setup.setting("quarkus.datasource.password").isPresent()
        && setup
            .setting("quarkus.datasource.password")
            .equals(setup.setting("quarkus.datasource.username"))) {
      findings.accept("quarkus.datasource.password is the user's name: set a secret.");
    }
  }
}
