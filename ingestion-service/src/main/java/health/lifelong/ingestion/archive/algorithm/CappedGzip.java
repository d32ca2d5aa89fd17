package health.lifelong.ingestion.archive.algorithm;

import java.io.IOException;
import java.io.InputStream;

/** The text of a gzip file, held against a cap. */
public final class CappedGzip extends InputStream {
  private final CountedStream packed;
  private final GzipMembers members;
  private final UnpackingCap cap;
  private long out;

  /** Reads the first header. */
  public CappedGzip(InputStream gzip, UnpackingCap cap) throws IOException {
    this.packed = new CountedStream(gzip);
    this.members = new GzipMembers(packed);
    this.cap = cap;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = members.read(target, offset, length);
    if (read > 0) {
      out += read;
      cap.check(packed.count(), out);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
