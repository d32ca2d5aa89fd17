package health.lifelong.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The stand-alone verifier: {@code java -cp contracts.jar
 * health.lifelong.platform.audit.VerifyAudit DIR PUBLIC-KEY.pem [KEPT-HEADS]}. Needs nothing but a
 * JDK. Exit status 0 only where everything holds.
 */
public final class VerifyAudit {
  private VerifyAudit() {}

  public static void main(String[] words) {
    System.exit(run(Arrays.asList(words)));
  }

  /** Verifies and prints one line of JSON; the answer is the exit status. */
  public static int run(List<String> words) {
    if (words.size() < 2 || words.size() > 3) {
      System.err.println("use: VerifyAudit DIR PUBLIC-KEY.pem [KEPT-HEADS]");
      return 1;
    }
    try {
      List<AuditHead> kept =
          words.size() == 3 ? AuditVerifier.heads(Path.of(words.get(2))) : List.of();
      AuditReport report =
          new AuditVerifier(AuditKeys.read(Path.of(words.get(1))), kept)
              .verify(Path.of(words.getFirst()));
      System.out.println(line(report));
      return report.good() ? 0 : 1;
    } catch (IOException e) {
      System.err.println("audit verify: " + e.getMessage());
      return 1;
    }
  }

  private static String line(AuditReport report) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("good", report.good() ? Json.Literal.TRUE : Json.Literal.FALSE);
    members.put("records", new Json.Number(report.records()));
    members.put("heads", new Json.Number(report.heads()));
    if (report.firstBad() != null) {
      members.put("first_bad", new Json.Number(report.firstBad()));
    }
    if (report.problem() != null) {
      members.put("problem", new Json.Text(report.problem()));
    }
    return new Json.Members(members).canonical();
  }
}
