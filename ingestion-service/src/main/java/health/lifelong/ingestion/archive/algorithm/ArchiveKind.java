package health.lifelong.ingestion.archive.algorithm;

import java.util.Locale;

/** What the first bytes of a file say that it is, whatever its name says. */
public enum ArchiveKind {
  PLAIN,
  GZIP,
  ZIP;

  /** Bytes that tell the kind. */
  public static final int MAGIC = 4;

  /** The kind of a file that begins so. */
  public static ArchiveKind of(byte[] head) {
    if (head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    boolean zip = head.length >= MAGIC && head[0] == 'P' && head[1] == 'K';
    return zip && head[2] < 16 && head[3] < 16 ? ZIP : PLAIN;
  }

  /** Whether a file of this name should be an archive. */
  public static boolean isNamed(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz")
        || name.endsWith(".bgz")
        || name.endsWith(".tgz")
        || name.endsWith(".zip");
  }
}
