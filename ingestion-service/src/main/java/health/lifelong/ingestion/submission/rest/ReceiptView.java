package health.lifelong.ingestion.submission.rest;

import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.platform.ErrorCatalogue;
import java.util.List;
import java.util.Locale;

/**
 * A receipt as senders see it: records = accepted + rejected + duplicates.
 *
 * @param resent true where this answer repeats an earlier receipt because the same content came
 *     again
 * @param rejected the first 1,000 records that were refused
 * @param setAside parts of accepted records that were quarantined
 */
public record ReceiptView(
    String receipt,
    String state,
    String format,
    boolean resent,
    long records,
    long accepted,
    long duplicates,
    long rejectedTotal,
    List<Refused> rejected,
    List<Refused> setAside,
    long observations,
    long unmapped,
    long variants,
    long lifestyleDays,
    List<String> persons) {

  /** One refused record or part, with its place and reason. */
  public record Refused(long index, String path, String reason, String detail) {
    static Refused of(Rejection rejection) {
      return new Refused(
          rejection.index(),
          rejection.path(),
          ErrorCatalogue.shown(rejection.reason()),
          rejection.detail());
    }
  }

  static ReceiptView of(Receipt receipt, boolean resent) {
    Tally tally = receipt.tally();
    return new ReceiptView(
        receipt.id().toString(),
        receipt.state().name().toLowerCase(Locale.ROOT),
        receipt.format().label(),
        resent,
        tally.records(),
        tally.accepted(),
        tally.duplicates(),
        tally.rejected(),
        receipt.rejected().stream()
            .filter(rejection -> !rejection.part())
            .map(Refused::of)
            .toList(),
        receipt.rejected().stream().filter(Rejection::part).map(Refused::of).toList(),
        tally.observations(),
        tally.unmapped(),
        tally.variants(),
        tally.lifestyleDays(),
        receipt.personIds());
  }
}
