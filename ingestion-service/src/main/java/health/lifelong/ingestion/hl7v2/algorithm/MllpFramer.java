package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.FrameEvent;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Dropped;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Frame;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.TooLarge;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Why;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts an MLLP stream into frames, whatever the cuts of the network are: start {@code 0B}, end
 * {@code 1C 0D} (ingestion-formats section 2.1). One framer a connection; not safe for use by
 * several threads at once.
 *
 * <p>A lone {@code 1C} is data; followed by {@code 0B} or by the end of the stream it is an end
 * without its carriage return.
 */
public final class MllpFramer {
  /** Largest payload taken, in bytes. */
  public static final int LIMIT = 16 * 1024 * 1024;

  static final byte START = 0x0B;
  static final byte END = 0x1C;
  private static final byte CARRIAGE_RETURN = 0x0D;
  private static final int FIRST_BUFFER = 4096;

  private enum State {
    OUTSIDE,
    INSIDE,
    AFTER_END
  }

  private final int limit;
  private State state = State.OUTSIDE;
  private byte[] buffer = new byte[0];
  private int length;
  private int stray;

  /** A framer with the usual limit. */
  public MllpFramer() {
    this(LIMIT);
  }

  /** A framer that takes payloads of at most {@code limit} bytes. */
  public MllpFramer(int limit) {
    this.limit = limit;
  }

  /** Takes the next bytes of the stream and tells what they complete, in order. */
  public List<FrameEvent> feed(byte[] bytes) {
    return feed(ByteBuffer.wrap(bytes));
  }

  /** Takes the remaining bytes of {@code in}. */
  public List<FrameEvent> feed(ByteBuffer in) {
    List<FrameEvent> events = new ArrayList<>(2);
    while (in.hasRemaining()) {
      switch (state) {
        case OUTSIDE -> outside(in.get(), events);
        case INSIDE -> inside(in, events);
        case AFTER_END -> afterEnd(in.get(), events);
      }
    }
    dropStray(events);
    return events;
  }

  /** The stream has ended. */
  public List<FrameEvent> end() {
    List<FrameEvent> events = new ArrayList<>(1);
    switch (state) {
      case OUTSIDE -> {}
      case INSIDE -> events.add(new Dropped(length, Why.UNFINISHED));
      case AFTER_END -> events.add(frame(true));
    }
    reset(State.OUTSIDE);
    return events;
  }

  /** True while a start mark was read and its end mark was not: the time to watch the clock. */
  public boolean insideFrame() {
    return state != State.OUTSIDE;
  }

  /**
   * True where the last byte may have been an end mark without its carriage return; {@link #end()}
   * would take it so.
   */
  public boolean atLooseEnd() {
    return state == State.AFTER_END;
  }

  private void outside(byte b, List<FrameEvent> events) {
    if (b != START) {
      stray++;
      return;
    }
    dropStray(events);
    reset(State.INSIDE);
  }

  private void inside(ByteBuffer in, List<FrameEvent> events) {
    int from = in.position();
    int to = from;
    while (to < in.limit() && in.get(to) != START && in.get(to) != END) {
      to++;
    }
    if (!append(in, to - from, events) || !in.hasRemaining()) {
      return;
    }
    if (in.get() == END) {
      state = State.AFTER_END;
      return;
    }
    events.add(new Dropped(length, Why.CUT_OFF));
    reset(State.INSIDE);
  }

  private void afterEnd(byte b, List<FrameEvent> events) {
    switch (b) {
      case CARRIAGE_RETURN -> {
        events.add(frame(false));
        reset(State.OUTSIDE);
      }
      case START -> {
        events.add(frame(true));
        reset(State.INSIDE);
      }
      case END -> append(ByteBuffer.wrap(new byte[] {END}), 1, events);
      default -> {
        state = State.INSIDE;
        append(ByteBuffer.wrap(new byte[] {END, b}), 2, events);
      }
    }
  }

  private boolean append(ByteBuffer in, int count, List<FrameEvent> events) {
    if (count > limit - length) {
      in.position(in.position() + count);
      events.add(new TooLarge(limit));
      reset(State.OUTSIDE);
      return false;
    }
    if (length + count > buffer.length) {
      long doubled = Math.max(FIRST_BUFFER, 2L * buffer.length);
      buffer = Arrays.copyOf(buffer, (int) Math.min(limit, Math.max(doubled, length + count)));
    }
    in.get(buffer, length, count);
    length += count;
    return true;
  }

  private Frame frame(boolean looseEnd) {
    return new Frame(Arrays.copyOf(buffer, length), looseEnd);
  }

  private void dropStray(List<FrameEvent> events) {
    if (stray > 0) {
      events.add(new Dropped(stray, Why.OUTSIDE_FRAME));
      stray = 0;
    }
  }

  private void reset(State next) {
    state = next;
    length = 0;
    // A connection that once carried a large report must not hold its buffer all day.
    if (buffer.length > 1 << 20) {
      buffer = new byte[0];
    }
  }
}
