package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.archive.algorithm.CountedStream;
import health.lifelong.ingestion.archive.algorithm.UnpackingCap;
import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that come out of an archive, held against its caps. Closing it leaves the archive open. */
public final class UnpackedStream extends FilterInputStream {
  private final Packed packed;
  private final UnpackingCap cap;
  private final long packedBefore;
  private long out;

  /** Counts what goes in, and what all entries gave. */
  public static final class Packed extends FilterInputStream {
    private final CountedStream counted;
    private long unpacked;

    /** Counts the bytes of this archive. */
    public Packed(InputStream archive) {
      this(new CountedStream(archive));
    }

    private Packed(CountedStream counted) {
      super(counted);
      this.counted = counted;
    }
  }

  /** The current entry of {@code zip}, which reads from {@code packed}. */
  public UnpackedStream(InputStream zip, Packed packed, ExportLimits limits) {
    super(zip);
    this.packed = packed;
    this.cap = new UnpackingCap(limits.ratio(), limits.bytes());
    this.packedBefore = packed.counted.count();
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

  /** The ratio is each entry's own; the bytes are those of all entries. */
  private void check() throws FileRefusedException {
    // the inflater reads ahead by one buffer, so a small surplus of packed bytes belongs to the
    // next entry
    cap.check(packed.counted.count() - packedBefore, out);
    cap.check(Long.MAX_VALUE, packed.unpacked);
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
