package health.lifelong.ingestion.submission.grpc;

import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.v1.ReceiptState;

/** Receipts in the words of the contract. */
final class ReceiptMessages {
  private ReceiptMessages() {}

  static health.lifelong.ingestion.v1.Receipt of(Receipt receipt, boolean resent) {
    Tally tally = receipt.tally();
    health.lifelong.ingestion.v1.Receipt.Builder built =
        health.lifelong.ingestion.v1.Receipt.newBuilder()
            .setReceiptId(receipt.id().toString())
            .setState(
                switch (receipt.state()) {
                  case RECEIVED -> ReceiptState.RECEIPT_STATE_RECEIVED;
                  case ACCOUNTED -> ReceiptState.RECEIPT_STATE_ACCOUNTED;
                  case REFUSED -> ReceiptState.RECEIPT_STATE_REFUSED;
                })
            .setFormat(receipt.format().label())
            .setResent(resent)
            .setRecords(tally.records())
            .setAccepted(tally.accepted())
            .setDuplicates(tally.duplicates())
            .setObservations(tally.observations())
            .setUnmapped(tally.unmapped())
            .setVariants(tally.variants())
            .setLifestyleDays(tally.lifestyleDays())
            .setRejectedTotal(tally.rejected())
            .addAllPersonIds(receipt.personIds());
    for (Rejection rejection : receipt.rejected()) {
      if (rejection.part()) {
        built.addSetAside(of(rejection));
      } else {
        built.addRejected(of(rejection));
      }
    }
    return built.build();
  }

  private static health.lifelong.ingestion.v1.Rejection of(Rejection rejection) {
    return health.lifelong.ingestion.v1.Rejection.newBuilder()
        .setIndex(rejection.index())
        .setPath(rejection.path())
        .setReason(rejection.reason())
        .setDetail(rejection.detail())
        .build();
  }
}
