package health.lifelong.ingestion.hl7v2.algorithm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Splits a file of messages into what a sender puts on the wire: segments end in CR, byte-order
 * mark, blank lines and the envelopes FHS, BHS, BTS, FTS are left out, each MSH starts a message
 * (hl7v2 sample rules 1 and 2).
 */
public final class Hl7FileSplitter {
  private static final int LONGEST_MESSAGE = MllpFramer.LIMIT;

  private final Consumer<byte[]> sink;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean inMessage;
  private int messages;
  private int inBatch;
  private int strayLines;
  private final List<String> findings = new ArrayList<>();

  private Hl7FileSplitter(Consumer<byte[]> sink) {
    this.sink = sink;
  }

  /**
   * What a file held.
   *
   * @param findings counts of BTS-1 that do not hold, lines outside any message, messages over the
   *     limit
   */
  public record Split(int messages, List<String> findings) {
    public Split {
      findings = List.copyOf(findings);
    }
  }

  /** Streams the messages of {@code in} to {@code sink}; at most one message is in memory. */
  public static Split split(InputStream in, Consumer<byte[]> sink) throws IOException {
    return new Hl7FileSplitter(sink).run(new BufferedInputStream(in, 1 << 16));
  }

  /** The messages of a file that is in memory. */
  public static List<byte[]> split(byte[] file) {
    List<byte[]> messages = new ArrayList<>();
    try {
      split(new ByteArrayInputStream(file), messages::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return messages;
  }

  private Split run(InputStream in) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\r' || b == '\n') {
        endLine();
      } else if (line.size() <= LONGEST_MESSAGE) {
        line.write(b);
      }
    }
    endLine();
    endMessage();
    if (strayLines > 0) {
      findings.add(strayLines + " lines outside any message");
    }
    return new Split(messages, findings);
  }

  private void endLine() {
    byte[] bytes = withoutMark(line.toByteArray());
    line.reset();
    if (isBlank(bytes)) {
      return;
    }
    String name = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.ISO_8859_1);
    switch (name) {
      case "FHS", "FTS" -> endMessage();
      case "BHS" -> {
        endMessage();
        inBatch = 0;
      }
      case "BTS" -> {
        endMessage();
        checkCount(bytes);
      }
      case "MSH" -> {
        endMessage();
        inMessage = true;
        add(bytes);
      }
      default -> {
        if (inMessage) {
          add(bytes);
        } else {
          strayLines++;
        }
      }
    }
  }

  private void add(byte[] segment) {
    if (message.size() + segment.length < LONGEST_MESSAGE) {
      message.writeBytes(segment);
      message.write('\r');
      return;
    }
    findings.add("message " + (messages + 1) + " is longer than " + LONGEST_MESSAGE + " bytes");
    message.reset();
    inMessage = false;
  }

  private void endMessage() {
    if (inMessage) {
      messages++;
      inBatch++;
      sink.accept(message.toByteArray());
    }
    message.reset();
    inMessage = false;
  }

  private void checkCount(byte[] trailer) {
    String text = new String(trailer, StandardCharsets.ISO_8859_1);
    int end = 4;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    String declared = text.length() > 4 ? text.substring(4, end) : "";
    if (!declared.isEmpty() && !declared.equals(Integer.toString(inBatch))) {
      findings.add("BTS-1 says " + declared + " messages, " + inBatch + " found");
    }
    inBatch = 0;
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
