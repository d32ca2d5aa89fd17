package health.lifelong.ingestion.hl7v2.domain;

/** HL7 table 0008, original mode. */
public enum AckCode {
  /** Taken: what the sender may forget. */
  AA,
  /** Understood, content unusable; kept in quarantine. */
  AE,
  /** Not processed. */
  AR;

  /** The accept acknowledgement that says the same in enhanced mode. */
  public String acceptCode() {
    return switch (this) {
      case AA -> "CA";
      case AE -> "CE";
      case AR -> "CR";
    };
  }
}
