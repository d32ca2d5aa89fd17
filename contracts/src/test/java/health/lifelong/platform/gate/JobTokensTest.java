package health.lifelong.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.platform.token.CompactToken;
import health.lifelong.platform.token.TokenHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token a job, kept until shortly before it ends. */
class JobTokensTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  private JobTokens tokens(Clock clock) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    String label = "PRIVATE" + " KEY";
    String body =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    Path file =
        Files.writeString(
            folder.resolve("service.pem"),
            "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    return new JobTokens(Optional.of(file), Optional.of("https://jobs.test"), "a-service", clock);
  }

  @Test
  void everyJobSpeaksForItselfAndForNobodyElse() throws Exception {
    JobTokens tokens = tokens(Clock.fixed(START, ZoneOffset.UTC));
    CompactToken one = CompactToken.of(tokens.current("one"));
    CompactToken other = CompactToken.of(tokens.current("other"));
    assertThat(TokenHeader.of(one).keyId()).isEqualTo("service-one");
    assertThat(TokenHeader.of(other).keyId()).isEqualTo("service-other");
    assertThat(payload(one)).contains("\"sub\":\"one\"");
    assertThat(payload(other)).contains("\"sub\":\"other\"");
    assertThat(tokens.current("one")).isEqualTo(one.text());
  }

  @Test
  void aTokenIsRenewedAMinuteBeforeItEnds() throws Exception {
    Instant[] now = {START};
    JobTokens tokens =
        tokens(
            new Clock() {
              @Override
              public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }

              @Override
              public Instant instant() {
                return now[0];
              }
            });
    String first = tokens.current("one");
    now[0] = START.plus(Duration.ofSeconds(240));
    assertThat(tokens.current("one")).isEqualTo(first);
    now[0] = START.plus(Duration.ofSeconds(241));
    assertThat(tokens.current("one")).isNotEqualTo(first);
  }

  @Test
  void withoutAKeyFileTheSettingIsNamed() {
    JobTokens tokens = new JobTokens(Optional.empty(), Optional.of("i"), "s", Clock.systemUTC());
    assertThatThrownBy(() -> tokens.current("one"))
        .hasMessageContaining("lifelong.service.key-file");
  }

  private static String payload(CompactToken token) {
    return new String(token.payload(), StandardCharsets.UTF_8);
  }
}
