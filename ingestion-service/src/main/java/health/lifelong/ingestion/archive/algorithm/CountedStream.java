package health.lifelong.ingestion.archive.algorithm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were taken out of a stream. */
public final class CountedStream extends FilterInputStream {
  private long count;

  /** Counts from here. */
  public CountedStream(InputStream in) {
    super(in);
  }

  /** Bytes so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    count += octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
