package health.lifelong.profile.consent.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * What proves a decision.
 *
 * @param reference number of the document in the centre's archive; empty where there is none
 * @param documentHash SHA-256 of the document, 64 hex digits; empty where there is none
 * @param centre which recorded it; empty where the person did
 * @param recordedBy subject of the token with which it was recorded
 * @param recordedAt when it came to us; the decision itself may be older
 */
public record Evidence(
    Kind kind,
    String reference,
    String documentHash,
    String centre,
    String recordedBy,
    Instant recordedAt) {

  /** By which way a decision came. */
  public enum Kind {
    APP,
    PAPER,
    KIOSK,
    /** A sample person of a demonstration. */
    DEMONSTRATION;

    /** The kind as the contract and the database write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; an unknown one is an IllegalArgumentException. */
    public static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of evidence " + word);
    }
  }
}
