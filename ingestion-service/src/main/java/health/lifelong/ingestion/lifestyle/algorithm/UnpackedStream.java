package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.lifestyle.domain.ExportRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that come out of an archive, held against its caps. Closing it leaves the archive open. */
public final class UnpackedStream extends FilterInputStream {
  private static final long FREE = 1 << 20;

  private final Packed packed;
  private final ExportLimits limits;
  private final long packedBefore;
  private long out;

  /** Counts what goes in. */
  public static final class Packed extends FilterInputStream {
    private long count;
    private long unpacked;

    /** Counts the bytes of this archive. */
    public Packed(InputStream archive) {
      super(archive);
    }

    @Override
    public int read() throws IOException {
      int c = in.read();
      count += c < 0 ? 0 : 1;
      return c;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = in.read(target, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }

  /** The current entry of {@code zip}, which reads from {@code packed}. */
  public UnpackedStream(InputStream zip, Packed packed, ExportLimits limits) {
    super(zip);
    this.packed = packed;
    this.limits = limits;
    this.packedBefore = packed.count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, Math.min(length, 1 << 16));
    if (n > 0) {
      out += n;
      packed.unpacked += n;
      check();
    }
    return n;
  }

  private void check() throws ExportRefusedException {
    // the inflater reads ahead by one buffer, so a small surplus of packed bytes belongs to the
    // next entry
    long into = Math.max(1, packed.count - packedBefore);
    if (out > FREE && out / into >= limits.ratio()) {
      throw new ExportRefusedException(
          Reason.ARCHIVE_UNSAFE, "archive", "more than " + limits.ratio() + " to 1");
    }
    if (packed.unpacked > limits.bytes()) {
      throw new ExportRefusedException(
          Reason.TOO_LARGE, "archive", "more than " + limits.bytes() + " bytes unpacked");
    }
  }

  /** Reads the rest of the entry, held against the caps. */
  public void drain() throws IOException {
    byte[] sink = new byte[1 << 14];
    int n = read(sink, 0, sink.length);
    while (n >= 0) {
      n = read(sink, 0, sink.length);
    }
  }

  @Override
  public void close() {}
}
