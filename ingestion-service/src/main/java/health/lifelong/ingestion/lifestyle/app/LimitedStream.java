package health.lifelong.ingestion.lifestyle.app;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends an export that is larger than the limit. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) throws FileRefusedException {
    count += n;
    if (count > limit) {
      throw new FileRefusedException(Reason.TOO_LARGE, "", "more than " + limit + " bytes");
    }
  }
}
