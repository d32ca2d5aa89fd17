package health.lifelong.ingestion.hl7v2.domain;

/** What an MLLP byte stream gave. */
public sealed interface FrameEvent {
  /**
   * The bytes between the start and the end mark.
   *
   * @param looseEnd the end mark lacked its carriage return
   */
  record Frame(byte[] payload, boolean looseEnd) implements FrameEvent {}

  /** Bytes that belong to no message. */
  record Dropped(int count, Why why) implements FrameEvent {}

  /**
   * A frame grew beyond {@code limit} bytes: nothing of it is kept, the connection should be closed
   * unanswered.
   */
  record TooLarge(int limit) implements FrameEvent {}

  /** Why bytes were dropped. */
  enum Why {
    /** Before a start mark: probes, stray line ends, another protocol. */
    OUTSIDE_FRAME,
    /** A new start mark came before the end mark. */
    CUT_OFF,
    /** The stream ended inside a frame. */
    UNFINISHED
  }
}
