package health.lifelong.profile.change.domain;

/** What a delivered version did to the record. */
public enum Outcome {
  CREATED,
  UNCHANGED,
  SUPERSEDED,
  WITHDRAWN,
  /** Older than what is current: kept as history only. */
  STALE,
  /** A withdrawal that found nothing. */
  TARGET_UNKNOWN;

  /** True where the current record is another one than before. */
  public boolean changesRecord() {
    return this == CREATED || this == SUPERSEDED || this == WITHDRAWN;
  }
}
