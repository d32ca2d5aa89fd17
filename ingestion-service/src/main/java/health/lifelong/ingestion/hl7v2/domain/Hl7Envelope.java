package health.lifelong.ingestion.hl7v2.domain;

import java.util.List;

/**
 * The header of a message, MSH, with one char for each byte as sent: an answer can echo it byte for
 * byte whatever the character set. Empty text where a field was not sent. Escapes are not undone.
 *
 * @param sendingApplication MSH-3, whole field
 * @param type MSH-9.1
 * @param event MSH-9.2, or the event of MSH-9.3 where 9.2 is empty
 * @param controlId MSH-10
 * @param charsets MSH-18, by repetition
 */
public record Hl7Envelope(
    Delimiters delimiters,
    String sendingApplication,
    String sendingFacility,
    String receivingApplication,
    String receivingFacility,
    String messageTime,
    String type,
    String event,
    String controlId,
    String processingId,
    String version,
    List<String> charsets) {
  /** What is known of a frame without a readable header. */
  public static final Hl7Envelope UNREADABLE =
      new Hl7Envelope(Delimiters.USUAL, "", "", "", "", "", "", "", "", "", "", List.of());

  public Hl7Envelope {
    charsets = List.copyOf(charsets);
  }

  /**
   * The minor version number: 5 of {@code 2.5.1}; -1 where MSH-12 is not 2.1 to 2.8 or one of their
   * point releases.
   */
  public int minorVersion() {
    boolean shaped =
        version.length() >= 3
            && version.startsWith("2.")
            && version.charAt(2) >= '1'
            && version.charAt(2) <= '8'
            && (version.length() == 3 || (version.length() > 4 && version.charAt(3) == '.'));
    return shaped ? version.charAt(2) - '0' : -1;
  }
}
