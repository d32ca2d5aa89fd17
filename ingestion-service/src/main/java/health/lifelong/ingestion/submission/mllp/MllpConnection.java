package health.lifelong.ingestion.submission.mllp;

import health.lifelong.ingestion.hl7v2.algorithm.MllpFramer;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One connection of a centre: read, judge, commit, answer, read on. Answers go out in the order of
 * arrival. While a message is being committed nothing more is read, which is the back-pressure.
 */
final class MllpConnection {
  private static final Logger LOG = Logger.getLogger(MllpConnection.class);
  private static final int BUFFER = 1 << 16;
  private static final byte START = 0x0B;
  private static final byte[] END = {0x1C, 0x0D};
  private static final int LOOSE_END_MILLIS = 500;

  private final String centre;
  private final Socket socket;
  private final MllpConfig config;
  private final MessageDesk desk;
  private final MllpFramer framer = new MllpFramer();
  private long frameBegan;

  MllpConnection(String centre, Socket socket, MllpConfig config, MessageDesk desk) {
    this.centre = centre;
    this.socket = socket;
    this.config = config;
    this.desk = desk;
  }

  void serve() throws IOException {
    socket.setTcpNoDelay(true);
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int read = read(in, buffer);
      if (read < 0) {
        answer(framer.end(), out);
        return;
      }
      boolean outside = !framer.insideFrame();
      if (!answer(framer.feed(ByteBuffer.wrap(buffer, 0, read)), out)) {
        return;
      }
      if (outside) {
        frameBegan = System.nanoTime();
      }
    }
  }

  /**
   * Reads some bytes; a silence at a loose end ends the frame, any other that is too long ends the
   * connection.
   */
  private int read(InputStream in, byte[] buffer) throws IOException {
    while (true) {
      socket.setSoTimeout(timeoutMillis());
      try {
        return in.read(buffer);
      } catch (SocketTimeoutException e) {
        if (!framer.atLooseEnd()) {
          throw e;
        }
        answer(framer.end(), socket.getOutputStream());
      }
    }
  }

  private int timeoutMillis() throws SocketTimeoutException {
    if (framer.atLooseEnd()) {
      return LOOSE_END_MILLIS;
    }
    if (!framer.insideFrame()) {
      return Math.toIntExact(config.idle().toMillis());
    }
    long left = config.frame().toMillis() - (System.nanoTime() - frameBegan) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("frame not ended in time");
    }
    return Math.toIntExact(left);
  }

  /** Handles what the bytes completed; false where the connection must end. */
  private boolean answer(List<FrameEvent> events, OutputStream out) throws IOException {
    for (FrameEvent event : events) {
      switch (event) {
        case FrameEvent.Frame frame -> write(out, desk.handle(centre, frame.payload()));
        case FrameEvent.Dropped dropped ->
            LOG.debugf(
                "bytes dropped: centre=%s count=%d why=%s", centre, dropped.count(), dropped.why());
        case FrameEvent.TooLarge tooLarge -> {
          LOG.warnf("frame too large: centre=%s limit=%d", centre, tooLarge.limit());
          return false;
        }
      }
    }
    return true;
  }

  private static void write(OutputStream out, byte[] answer) throws IOException {
    byte[] framed = new byte[answer.length + 3];
    framed[0] = START;
    System.arraycopy(answer, 0, framed, 1, answer.length);
    System.arraycopy(END, 0, framed, answer.length + 1, 2);
    out.write(framed);
    out.flush();
  }
}
