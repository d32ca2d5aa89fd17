package health.lifelong.ingestion.submission.domain;

/** What became of a submission once the database had answered. */
public sealed interface Acceptance {
  ReceiptId id();

  /** Durable now. */
  record Fresh(ReceiptId id) implements Acceptance {}

  /** The same content under the same key was durable already; nothing was stored. */
  record Resent(ReceiptId id) implements Acceptance {}

  /** The key was used before with other content; the bytes are kept in quarantine under this id. */
  record KeyReused(ReceiptId id) implements Acceptance {}
}
