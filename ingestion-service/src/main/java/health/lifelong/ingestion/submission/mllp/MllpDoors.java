package health.lifelong.ingestion.submission.mllp;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Opens the listeners at start and closes them at stop. */
@ApplicationScoped
public class MllpDoors {
  private static final Logger LOG = Logger.getLogger(MllpDoors.class);
  private static final int BACKLOG = 64;

  private final MllpConfig config;
  private final MessageDesk desk;
  private final TlsDoor tls;
  private final List<ServerSocket> sockets = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public MllpDoors(MllpConfig config, MessageDesk desk, TlsDoor tls) {
    this.config = config;
    this.desk = desk;
    this.tls = tls;
  }

  void open(@Observes StartupEvent event) {
    config.listeners().forEach((centre, where) -> listen(centre, where, tls::open));
    config.plain().forEach((centre, where) -> listen(centre, where, (name, plain) -> plain));
  }

  /** What makes a connection one that is listened to; closes it and throws where it is not. */
  @FunctionalInterface
  private interface Greeting {
    Socket greet(String centre, Socket connection) throws IOException;
  }

  private void listen(String centre, String where, Greeting greeting) {
    int colon = where.lastIndexOf(':');
    InetSocketAddress address =
        new InetSocketAddress(
            where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(address, BACKLOG);
      sockets.add(socket);
      threads.execute(() -> accept(centre, socket, greeting));
    } catch (IOException e) {
      throw new IllegalStateException(
          "the MLLP door of " + centre + " cannot listen on port " + address.getPort(), e);
    }
  }

  private void accept(String centre, ServerSocket socket, Greeting greeting) {
    Semaphore free = new Semaphore(config.connections());
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        if (!free.tryAcquire()) {
          connection.close();
          continue;
        }
        threads.execute(
            () -> {
              try (connection;
                  Socket greeted = greeting.greet(centre, connection)) {
                new MllpConnection(centre, greeted, config, desk).serve();
              } catch (IOException e) {
                LOG.debugf("connection ended: centre=%s", centre);
              } catch (RuntimeException e) {
                // No answer leaves for what is not durable: closing makes the sender send again.
                LOG.errorf(e, "connection failed: centre=%s", centre);
              } finally {
                free.release();
              }
            });
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warnf("accept failed: centre=%s", centre);
        }
      }
    }
  }

  void close(@Observes ShutdownEvent event) {
    for (ServerSocket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("listener did not close");
      }
    }
    threads.shutdownNow();
  }
}
