package health.lifelong.profile.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Keys made for this run, and the pack of the tests. */
public final class ProfileResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("profile-keys");
      Path jwks = Files.writeString(folder.resolve("jwks.json"), Tokens.jwks());
      Path blind = Files.writeString(folder.resolve("blind.key"), "11".repeat(32));
      Path root = Files.writeString(folder.resolve("root.key"), "22".repeat(32) + "\n");
      Map<String, String> settings = new HashMap<>();
      // The tests run the rounds of the jobs themselves.
      settings.put("lifelong.safety.poll", "1H");
      settings.put("lifelong.break-glass.poll", "1H");
      settings.put("lifelong.break-glass.privacy-officers", "officer-1,officer-2");
      settings.putAll(AuditTestKeys.settings(folder));
      settings.put("lifelong.keys.poll", "1H");
      settings.put("lifelong.identity.poll", "1H");
      settings.putAll(settings(jwks, blind, root));
      settings.put("lifelong.token.person-issuers", Tokens.ISSUER);
      settings.put("lifelong.token.issuers.accounts.issuer", Tokens.ACCOUNTS);
      settings.put("lifelong.token.issuers.accounts.keys", jwks.toUri().toString());
      settings.put("lifelong.account.verified-claim", "verified_member_number");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(Path jwks, Path blind, Path root) {
    return Map.of(
        "mp.jwt.verify.publickey.location",
        jwks.toUri().toString(),
        "mp.jwt.verify.issuer",
        Tokens.ISSUER,
        "mp.jwt.verify.audiences",
        Tokens.AUDIENCE,
        "lifelong.profile.blind-index-key-file",
        blind.toString(),
        "lifelong.profile.root-key-file",
        root.toString(),
        "lifelong.pack.path",
        Path.of("src/test/resources/pack").toAbsolutePath().toString(),
        "quarkus.http.test-port",
        "0",
        "quarkus.management.test-port",
        "0");
  }

  @Override
  public void stop() {}
}
