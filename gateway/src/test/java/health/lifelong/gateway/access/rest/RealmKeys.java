package health.lifelong.gateway.access.rest;

import health.lifelong.testing.TokenCases;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A realm with RS256 keys that a test may change, another issuer, and no service behind. */
public class RealmKeys implements QuarkusTestResourceLifecycleManager {
  private static final String FILE = "lifelong.test.realm.file";
  private static final String CLOSED = "1";

  @Override
  public Map<String, String> start() {
    try {
      Path realm = Files.createTempFile("realm", ".json");
      Path centre = Files.createTempFile("centre", ".json");
      Files.writeString(realm, TokenCases.realmKeys());
      Files.writeString(centre, TokenCases.centreKeys());
      System.setProperty(FILE, realm.toString());
      Map<String, String> settings = new HashMap<>();
      settings.put("mp.jwt.verify.issuer", TokenCases.ISSUER);
      settings.put("mp.jwt.verify.publickey.location", realm.toUri().toString());
      settings.put("mp.jwt.verify.publickey.algorithm", "RS256");
      settings.put("lifelong.token.issuers.centre.issuer", TokenCases.CENTRE_ISSUER);
      settings.put("lifelong.token.issuers.centre.keys", centre.toUri().toString());
      settings.put("lifelong.token.issuers.centre.algorithm", "RS256");
      settings.put("lifelong.token.person-issuers", TokenCases.ISSUER);
      settings.put("quarkus.http.test-port", "0");
      settings.put("quarkus.management.test-port", "0");
      for (String client : new String[] {"profile", "ingestion", "analytics"}) {
        settings.put("quarkus.grpc.clients." + client + ".test-port", CLOSED);
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes other keys of the realm. */
  static void publish(String... names) {
    try {
      Files.writeString(Path.of(System.getProperty(FILE, "")), TokenCases.jwks(names));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
