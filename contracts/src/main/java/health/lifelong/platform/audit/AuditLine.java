package health.lifelong.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One record of an audit log, as it is kept and exported: a line {@code HASH BODY}. The body is an
 * object in canonical form that names the hash before it; HASH is the SHA-256 of the body's bytes,
 * so that nothing before a record can change without the record's own hash changing.
 *
 * @param sequence position in the log; the first is 1
 * @param previous hash of the record before, {@link #BEGINNING} for the first
 * @param hash SHA-256 of the body, lower-case hexadecimal
 * @param body members {@code previous}, {@code record}, {@code recorded_at}, {@code seq}, {@code
 *     subject} and, where a person acted, {@code actor}
 */
public record AuditLine(long sequence, String previous, String hash, String body) {
  /** What the first record names as the hash before it. */
  public static final String BEGINNING = "0".repeat(64);

  private static final int HASH_CHARACTERS = 64;

  /**
   * Reads a line and checks all that it says of itself: form, canonical form, own hash. A wrong one
   * is an IllegalArgumentException that names the reason.
   */
  public static AuditLine read(String line) {
    if (line.length() < HASH_CHARACTERS + 2 || line.charAt(HASH_CHARACTERS) != ' ') {
      throw new IllegalArgumentException("not a record");
    }
    return read(line.substring(0, HASH_CHARACTERS), line.substring(HASH_CHARACTERS + 1));
  }

  /** The same of a record that is kept in two fields. */
  public static AuditLine read(String hash, String body) {
    if (!(JsonReader.read(body) instanceof Json.Members(var members))) {
      throw new IllegalArgumentException("not an object");
    }
    if (!body.equals(new Json.Members(members).canonical())) {
      throw new IllegalArgumentException("not in canonical form");
    }
    if (!hash.equals(sha256(body))) {
      throw new IllegalArgumentException("the record does not have its hash");
    }
    if (members.get("seq") instanceof Json.Number(var sequence)
        && members.get("previous") instanceof Json.Text(var previous)
        && sequence == Math.rint(sequence)) {
      return new AuditLine((long) sequence, previous, hash, body);
    }
    throw new IllegalArgumentException("no seq or no previous hash");
  }

  /** An IllegalArgumentException where this is not the record that follows another one. */
  public void requireFollows(long sequenceBefore, String hashBefore) {
    if (sequence != sequenceBefore + 1) {
      throw new IllegalArgumentException(
          "record " + sequence + " stands where " + (sequenceBefore + 1) + " belongs");
    }
    if (!previous.equals(hashBefore)) {
      throw new IllegalArgumentException("it does not follow the record before it");
    }
  }

  /** The line as an export holds it, without its line end. */
  public String line() {
    return hash + " " + body;
  }

  /** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
