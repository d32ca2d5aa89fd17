package health.lifelong.profile.access.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.audit.AuditHead;
import health.lifelong.profile.access.app.AuditLog.End;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Gives an operator the audit log to keep and check elsewhere: pseudonyms, no values, no names. The
 * export is in the log itself, and so in what is exported.
 */
@ApplicationScoped
public class AuditExports {
  private static final int PAGE = 1_000;

  private final AuditLog log;
  private final AuditTrail trail;
  private final AuditSigner signer;

  AuditExports(AuditLog log, AuditTrail trail, AuditSigner signer) {
    this.log = log;
    this.trail = trail;
    this.signer = signer;
  }

  /** A part of an export, in the order in which they come. */
  public sealed interface Part {
    /** Records, in order. */
    record Records(List<String> lines) implements Part {}

    /** All signed heads, in order. */
    record Heads(List<String> lines) implements Part {}

    /** The signed statement of what came. */
    record Statement(AuditHead head) implements Part {}
  }

  /** The whole log up to now. */
  public Multi<Part> export(Caller caller) {
    boolean permitted = caller.role() == Role.OPERATOR;
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            AccessEvent.NOBODY,
            caller,
            "audit.export",
            null,
            List.of(),
            permitted,
            "role:" + caller.role().word());
    Uni<Void> recorded = trail.append(List.of(event));
    if (!permitted) {
      return recorded
          .onItem()
          .transformToMulti(
              done ->
                  Multi.createFrom()
                      .failure(
                          new LifelongException(
                              ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "operators export")));
    }
    // A chain that does not hold is exported all the same: the verifier names the first bad record.
    return recorded
        .chain(() -> signer.round().onFailure(IllegalStateException.class).recoverWithNull())
        .chain(log::end)
        .onItem()
        .transformToMulti(this::upTo)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Multi<Part> upTo(End end) {
    Multi<Part> heads =
        log.heads(0)
            .map(
                all ->
                    all.stream().filter(line -> AuditHead.read(line).size() <= end.size()).toList())
            .onItem()
            .transformToMulti(lines -> Multi.createFrom().items(headsAndStatement(end, lines)));
    return Multi.createBy().concatenating().streams(records(end), heads);
  }

  private Part[] headsAndStatement(End end, List<String> heads) {
    String text = heads.isEmpty() ? "" : String.join("\n", heads) + "\n";
    return new Part[] {new Part.Heads(heads), new Part.Statement(signer.statement(end, text))};
  }

  private Multi<Part> records(End end) {
    long[] after = {0};
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                log.lines(after[0], (int) Math.min(PAGE, end.size() - after[0]))
                    .invoke(lines -> after[0] += lines.size()))
        .whilst(lines -> lines.size() == PAGE && after[0] < end.size())
        .map(Part.Records::new);
  }
}
