package health.lifelong.ingestion.hl7v2.domain;

/** HL7 table 0008, original mode. */
public enum AckCode {
  /** Taken: what the sender may forget. */
  AA,
  /** Understood, content unusable; kept in quarantine. */
  AE,
  /** Not processed. */
  AR
}
