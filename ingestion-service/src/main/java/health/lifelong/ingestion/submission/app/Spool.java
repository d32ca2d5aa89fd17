package health.lifelong.ingestion.submission.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a body of any size to disk while hashing it, so that memory stays bounded and nothing is
 * judged before it is whole. A spooled file is no promise: only the receipt is.
 */
@ApplicationScoped
public class Spool {
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  public Spool(@ConfigProperty(name = "lifelong.spool.path") Path folder) {
    this.folder = folder;
  }

  /** A whole body on disk; closing deletes it. */
  public record Spooled(Path file, long size, byte[] sha256) implements AutoCloseable {
    public Submission.Body body() {
      return new Submission.Body.Spooled(file, size);
    }

    public BodySource source() {
      return () -> Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }

  /** Takes a whole stream; one byte more than {@code limit} refuses it. */
  public Spooled take(InputStream body, long limit) {
    Intake intake = open(limit);
    try {
      byte[] buffer = new byte[BUFFER];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        intake.write(buffer, read);
      }
      return intake.finish();
    } catch (IOException e) {
      intake.abandon();
      LifelongException known =
          new LifelongException(
              ErrorReason.ERROR_REASON_MALFORMED, "the body ended before it was whole");
      known.initCause(e);
      throw known;
    } catch (RuntimeException e) {
      intake.abandon();
      throw e;
    }
  }

  /** Begins a body that comes in pieces. */
  public Intake open(long limit) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "body-", ".part");
      return new Intake(file, Files.newOutputStream(file), limit);
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static LifelongException full(IOException e) {
    LifelongException known =
        new LifelongException(ErrorReason.ERROR_REASON_STORAGE_FULL, "the spool cannot be written");
    known.initCause(e);
    return known;
  }

  /** A body on its way to disk. */
  public static final class Intake {
    private final Path file;
    private final OutputStream out;
    private final long limit;
    private final MessageDigest digest = Sha256.fresh();
    private long size;

    private Intake(Path file, OutputStream out, long limit) {
      this.file = file;
      this.out = out;
      this.limit = limit;
    }

    public void write(byte[] bytes, int length) {
      size += length;
      if (size > limit) {
        throw new LifelongException(
            ErrorReason.ERROR_REASON_TOO_LARGE, "body over the limit of this door");
      }
      digest.update(bytes, 0, length);
      try {
        out.write(bytes, 0, length);
      } catch (IOException e) {
        throw full(e);
      }
    }

    public Spooled finish() {
      try {
        out.close();
        return new Spooled(file, size, digest.digest());
      } catch (IOException e) {
        throw full(e);
      }
    }

    /** Forgets what came so far. */
    public void abandon() {
      try {
        out.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw full(e);
      }
    }
  }
}
