package health.lifelong.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Audit logs of tests: any size, chained and signed as a service does it. */
final class SampleLog {
  static final Instant BEGIN = Instant.parse("2026-05-02T00:00:00Z");

  private SampleLog() {}

  static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static AuditKeys.Signer signer(KeyPair keys) {
    return new AuditKeys.Signer(keys.getPrivate(), keys.getPublic());
  }

  /** The record that follows another. */
  static AuditLine next(long sequence, String previous, String operation) {
    String body =
        ("{\"previous\":\"%s\",\"record\":{\"action\":{\"operation\":\"%s\",\"type\":\"read\"},"
                + "\"actor\":{\"centre\":\"seoul\",\"role\":\"clinician\",\"sub\":\"dr-%d\"},"
                + "\"decision\":{\"effect\":\"permit\",\"rule\":\"law:P1/CHK\"},"
                + "\"object\":{\"categories\":[\"CHK\",\"LIF\"]},\"origin\":{\"service\":\"profile-service\"},"
                + "\"purpose\":\"P1\"},\"recorded_at\":\"2026-05-02T00:00:00.000000Z\",\"seq\":%d,"
                + "\"subject\":\"%064x\"}")
            .formatted(previous, operation, sequence % 97, sequence, sequence % 1_009);
    return new AuditLine(sequence, previous, AuditLine.sha256(body), body);
  }

  /** Writes an export of so many records, a head every {@code headEvery} and at the end. */
  static void write(Path folder, int size, int headEvery, AuditKeys.Signer signer)
      throws IOException {
    List<String> heads = new ArrayList<>();
    AuditLine last = null;
    try (AuditExport export = AuditExport.into(folder)) {
      String hash = AuditLine.BEGINNING;
      for (int i = 1; i <= size; i++) {
        last = next(i, hash, "record.read");
        hash = last.hash();
        export.record(last.line());
        if (i % headEvery == 0 || i == size) {
          heads.add(AuditHead.head(signer, "profile-service", last, BEGIN.plusSeconds(i)).line());
        }
      }
      for (String head : heads) {
        export.head(head);
      }
      String text = heads.isEmpty() ? "" : String.join("\n", heads) + "\n";
      export.statement(
          AuditHead.export(
                  signer, "profile-service", size, hash, text, BEGIN.plusSeconds(size + 1L))
              .line());
    }
  }
}
