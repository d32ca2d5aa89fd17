package health.lifelong.platform.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a service signs of its log: so many records, and the last one has this hash. As every record
 * names the one before, a head vouches for all of them, and two heads agree where both have the
 * hash of their record in one chain.
 *
 * @param kind what was stated: a regular head, or that an export holds exactly this much
 * @param log the service whose log it is
 * @param size how many records the log holds
 * @param hash of the last one, {@link AuditLine#BEGINNING} where there is none
 * @param contents of an export, SHA-256 of its file of heads; else empty
 * @param key id of the key that signed, see {@link AuditKeys#id}
 * @param signature Ed25519 over the canonical form of the rest, lower-case hexadecimal
 */
public record AuditHead(
    Kind kind,
    String log,
    long size,
    String hash,
    String contents,
    Instant time,
    String key,
    String signature) {

  /** What a statement is about; the word is signed, so that one cannot stand for the other. */
  public enum Kind {
    HEAD,
    EXPORT
  }

  /** A head, signed. */
  public static AuditHead head(AuditKeys.Signer signer, String log, AuditLine last, Instant time) {
    return sign(signer, Kind.HEAD, log, last.sequence(), last.hash(), "", time);
  }

  /** The statement that an export holds exactly the first {@code size} records and these heads. */
  public static AuditHead export(
      AuditKeys.Signer signer, String log, long size, String hash, String heads, Instant time) {
    return sign(signer, Kind.EXPORT, log, size, hash, AuditLine.sha256(heads), time);
  }

  private static AuditHead sign(
      AuditKeys.Signer signer,
      Kind kind,
      String log,
      long size,
      String hash,
      String contents,
      Instant time) {
    AuditHead plain = new AuditHead(kind, log, size, hash, contents, time, signer.id(), "");
    String signature = HexFormat.of().formatHex(signer.sign(plain.signed()));
    return new AuditHead(kind, log, size, hash, contents, time, signer.id(), signature);
  }

  /** Reads a line; one that is not exactly in its form is an IllegalArgumentException. */
  public static AuditHead read(String line) {
    if (!(JsonReader.read(line) instanceof Json.Members(var members))) {
      throw new IllegalArgumentException("not an object");
    }
    AuditHead head =
        new AuditHead(
            Kind.valueOf(text(members, "kind")),
            text(members, "log"),
            size(members),
            text(members, "hash"),
            text(members, "contents"),
            Instant.parse(text(members, "time")),
            text(members, "key"),
            text(members, "signature"));
    // Two spellings of one signature, time or number would be two files of one meaning.
    if (!head.line().equals(line)) {
      throw new IllegalArgumentException("not in canonical form");
    }
    return head;
  }

  private static String text(SortedMap<String, Json> members, String name) {
    if (members.get(name) instanceof Json.Text(var text)) {
      return text;
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static long size(SortedMap<String, Json> members) {
    if (members.get("size") instanceof Json.Number(var size)) {
      return (long) size;
    }
    throw new IllegalArgumentException("no size");
  }

  /** The head as one line, canonical, without its line end. */
  public String line() {
    TreeMap<String, Json> members = members();
    members.put("signature", new Json.Text(signature));
    return new Json.Members(members).canonical();
  }

  /** What the signature is over. */
  String signed() {
    return new Json.Members(members()).canonical();
  }

  private TreeMap<String, Json> members() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("kind", new Json.Text(kind.name()));
    members.put("log", new Json.Text(log));
    members.put("size", new Json.Number(size));
    members.put("hash", new Json.Text(hash));
    members.put("contents", new Json.Text(contents));
    members.put("time", new Json.Text(time.toString()));
    members.put("key", new Json.Text(key));
    return members;
  }
}
