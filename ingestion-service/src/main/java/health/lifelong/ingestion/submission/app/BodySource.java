package health.lifelong.ingestion.submission.app;

import java.io.IOException;
import java.io.InputStream;

/** Raw bytes that can be read from the start as often as needed. */
@FunctionalInterface
public interface BodySource {
  InputStream open() throws IOException;
}
