package health.lifelong.profile.access.store;

import health.lifelong.platform.audit.AuditHead;
import health.lifelong.profile.access.app.AuditConfig;
import health.lifelong.profile.access.app.HeadArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keeps heads in a file, a line each, as {@code audit verify --heads} reads them. */
@ApplicationScoped
public class HeadFile implements HeadArchive {
  private final AuditConfig config;

  HeadFile(AuditConfig config) {
    this.config = config;
  }

  @Override
  public long last() {
    return config.headsFile().map(HeadFile::last).orElse(Long.MAX_VALUE);
  }

  private static long last(Path file) {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.isEmpty() ? 0 : AuditHead.read(lines.getLast()).size();
    } catch (IOException e) {
      throw new UncheckedIOException("the file of kept heads cannot be read", e);
    }
  }

  @Override
  public void add(List<String> heads) {
    if (heads.isEmpty() || config.headsFile().isEmpty()) {
      return;
    }
    byte[] lines = (String.join("\n", heads) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel file =
        FileChannel.open(
            config.headsFile().get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      file.write(ByteBuffer.wrap(lines));
      file.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of kept heads cannot be written", e);
    }
  }
}
