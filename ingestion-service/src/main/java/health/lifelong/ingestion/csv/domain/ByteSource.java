package health.lifelong.ingestion.csv.domain;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be opened more than once: a spooled file, an array. */
@FunctionalInterface
public interface ByteSource {
  /** Opens the bytes from their start; the caller closes the stream. */
  InputStream open() throws IOException;
}
