package health.lifelong.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What can be known to be wrong before anything is started; each finding is one clear sentence. */
final class Preflight {
  private static final long DISK_NEEDED = 1L << 30;

  private Preflight() {}

  static void check(Layout layout, Ports ports) {
    List<String> findings = new ArrayList<>();
    ports
        .all()
        .forEach(
            (port, purpose) -> {
              if (!free(port)) {
                findings.add(
                    "port "
                        + port
                        + " ("
                        + purpose
                        + ") is in use: stop what uses it, or set LIFELONG_BASE_PORT to another base");
              }
            });
    try {
      Files.createDirectories(layout.state());
      long free = Files.getFileStore(layout.state()).getUsableSpace();
      if (free < DISK_NEEDED) {
        findings.add(
            "the disk of "
                + layout.state()
                + " has "
                + (free >> 20)
                + " MB free and 1,024 MB are needed: free some space");
      }
    } catch (IOException e) {
      findings.add("the folder " + layout.state() + " cannot be written: " + e.getMessage());
    }
    if (!findings.isEmpty()) {
      throw new Failure(String.join("\n", findings));
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
