package health.lifelong.ingestion.submission.mllp;

import health.lifelong.ingestion.hl7v2.algorithm.Hl7Acknowledgement;
import health.lifelong.ingestion.hl7v2.algorithm.MessageIdentity;
import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.MessageKey;
import health.lifelong.ingestion.submission.app.Doorkeeper;
import health.lifelong.ingestion.submission.app.FreshReadings;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.ingestion.submission.reader.FormatReaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Takes one HL7 v2 message: judge, make durable, acknowledge. The acknowledgement's own control id
 * is the receipt's id.
 */
@ApplicationScoped
public class MessageDesk {
  private static final String DOOR = "mllp";

  private final Doorkeeper doorkeeper;
  private final FormatReaders readers;
  private final Clock clock = Clock.systemDefaultZone();

  public MessageDesk(Doorkeeper doorkeeper, FormatReaders readers) {
    this.doorkeeper = doorkeeper;
    this.readers = readers;
  }

  /**
   * The acknowledgement of a frame. What it says is durable by then; a failure to store throws, and
   * nothing is answered.
   */
  byte[] handle(String centre, byte[] frame) {
    Hl7Reading reading = readers.hl7Reading(frame);
    if (reading.code() == AckCode.AR) {
      return acknowledge(reading, AckCode.AR, reading.errors(), unstored());
    }
    List<Understood> pieces = new ArrayList<>();
    Reading whole = readers.hl7(reading, pieces::add);
    Acceptance acceptance =
        doorkeeper.accept(
            submission(centre, frame, reading, whole), new FreshReadings.Fresh(whole, pieces));
    String receipt = acceptance.id().toString();
    return switch (acceptance) {
      case Acceptance.Fresh fresh ->
          acknowledge(reading, reading.code(), reading.errors(), receipt);
      case Acceptance.Resent resent when reading.code() == AckCode.AA ->
          Hl7Acknowledgement.duplicate(reading.envelope(), receipt, OffsetDateTime.now(clock));
      case Acceptance.Resent resent ->
          acknowledge(reading, reading.code(), reading.errors(), receipt);
      case Acceptance.KeyReused reused ->
          acknowledge(reading, AckCode.AE, List.of(Hl7Acknowledgement.keyReused()), receipt);
    };
  }

  private byte[] acknowledge(Hl7Reading reading, AckCode code, List<Hl7Error> errors, String id) {
    return Hl7Acknowledgement.write(
        reading.envelope(), code, errors, id, OffsetDateTime.now(clock));
  }

  /** What was not processed has no receipt; its answer still needs a control id of its own. */
  private static String unstored() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  private static Submission submission(
      String centre, byte[] frame, Hl7Reading message, Reading reading) {
    byte[] content = HexFormat.of().parseHex(MessageIdentity.contentHash(frame));
    return new Submission(
        new Submission.Context(centre, DOOR, Format.HL7V2, "", "", "", "", ""),
        key(MessageIdentity.key(message.envelope()), reading.refused() ? content : new byte[0]),
        content,
        new Submission.Body.Bytes(frame),
        reading.tally(),
        reading.rejected(),
        reading.refused());
  }

  /**
   * A quarantined message does not use its control id up: the sender may send it mended under the
   * same.
   */
  private static byte[] key(MessageKey key, byte[] quarantined) {
    MessageDigest digest = Sha256.fresh();
    digest.update(
        ("hl7v2\n" + key.application() + "\n" + key.facility() + "\n" + key.controlId() + "\n")
            .getBytes(StandardCharsets.UTF_8));
    return digest.digest(quarantined);
  }
}
