package health.lifelong.ingestion.fhir.algorithm;

import java.util.Optional;

/** The Bundle types that are taken. */
enum BundleKind {
  TRANSACTION,
  BATCH,
  COLLECTION,
  DOCUMENT;

  /** The kind of this code of {@code Bundle.type}; empty where it is not taken. */
  static Optional<BundleKind> of(String code) {
    return switch (code) {
      case "transaction" -> Optional.of(TRANSACTION);
      case "batch" -> Optional.of(BATCH);
      case "collection" -> Optional.of(COLLECTION);
      case "document" -> Optional.of(DOCUMENT);
      default -> Optional.empty();
    };
  }

  /** True where the Bundle is one body about one subject rather than a list of requests. */
  boolean oneBody() {
    return this == COLLECTION || this == DOCUMENT;
  }
}
