package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.FrameEvent;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Dropped;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Frame;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.TooLarge;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Why;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MllpFramerTest {
  private static final String TWO = "\u000Bfirst\u001C\r\u000Bsecond\u001C\r";

  @Test
  void twoFramesInOneReadAreTwoFrames() {
    assertThat(told(new MllpFramer().feed(bytes(TWO)))).containsExactly("first", "second");
  }

  @Test
  void aStreamCutAtEveryByteGivesTheSameFrames() {
    byte[] stream = bytes(TWO);
    for (int cut = 0; cut <= stream.length; cut++) {
      MllpFramer framer = new MllpFramer();
      List<FrameEvent> events = new ArrayList<>(framer.feed(Arrays.copyOf(stream, cut)));
      events.addAll(framer.feed(Arrays.copyOfRange(stream, cut, stream.length)));
      assertThat(told(events)).as("cut at %d", cut).containsExactly("first", "second");
    }
  }

  @Test
  void oneByteAtATimeGivesTheSameFrames() {
    MllpFramer framer = new MllpFramer();
    List<FrameEvent> events = new ArrayList<>();
    for (byte b : bytes(TWO)) {
      events.addAll(framer.feed(new byte[] {b}));
    }
    assertThat(told(events)).containsExactly("first", "second");
  }

  @Test
  void bytesBeforeTheStartMarkAreDroppedAndCounted() {
    assertThat(told(new MllpFramer().feed(bytes("\r\n\n\u000Bx\u001C\r"))))
        .containsExactly("dropped 3 OUTSIDE_FRAME", "x");
  }

  @Test
  void anotherProtocolNeverMakesAFrame() {
    MllpFramer framer = new MllpFramer();
    assertThat(told(framer.feed(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))))
        .containsExactly("dropped 27 OUTSIDE_FRAME");
    assertThat(framer.insideFrame()).isFalse();
  }

  @Test
  void aSecondStartMarkCutsOffTheFirstMessage() {
    assertThat(told(new MllpFramer().feed(bytes("\u000Bhalf\u000Bwhole\u001C\r"))))
        .containsExactly("dropped 4 CUT_OFF", "whole");
  }

  @Test
  void anEndMarkAloneIsData() {
    assertThat(told(new MllpFramer().feed(bytes("\u000B18\u001C2\u001C\r"))))
        .containsExactly("18\u001C2");
    assertThat(told(new MllpFramer().feed(bytes("\u000Ba\u001C\u001C\r"))))
        .containsExactly("a\u001C");
  }

  @Test
  void anEndMarkWithoutCarriageReturnEndsAtTheNextStartOrAtTheEndOfTheStream() {
    MllpFramer framer = new MllpFramer();
    assertThat(told(framer.feed(bytes("\u000Ba\u001C\u000Bb\u001C")))).containsExactly("a, loose");
    assertThat(framer.atLooseEnd()).isTrue();
    assertThat(told(framer.end())).containsExactly("b, loose");
    assertThat(framer.insideFrame()).isFalse();
  }

  @Test
  void aStreamThatEndsInsideAFrameGivesNoFrame() {
    MllpFramer framer = new MllpFramer();
    framer.feed(bytes("\u000Bhalf"));
    assertThat(framer.insideFrame()).isTrue();
    assertThat(told(framer.end())).containsExactly("dropped 4 UNFINISHED");
  }

  @Test
  void anEmptyFrameIsAFrame() {
    assertThat(told(new MllpFramer().feed(bytes("\u000B\u001C\r")))).containsExactly("");
  }

  @Test
  void aFrameOfTheLimitPassesAndOneByteMoreIsToldAndForgotten() {
    assertThat(told(new MllpFramer(5).feed(bytes("\u000B12345\u001C\r")))).containsExactly("12345");
    assertThat(told(new MllpFramer(5).feed(bytes("\u000B123456\u001C\r\u000Bok\u001C\r"))))
        .containsExactly("too large", "dropped 2 OUTSIDE_FRAME", "ok");
    assertThat(told(new MllpFramer(5).feed(bytes("\u000B12345\u001C6\u001C\r"))))
        .contains("too large");
  }

  @Test
  void sixtyFourMebibytesWithoutAnEndAreCutAtTheLimit() {
    MllpFramer framer = new MllpFramer();
    framer.feed(bytes("\u000B"));
    byte[] mebibyte = new byte[1 << 20];
    Arrays.fill(mebibyte, (byte) 'A');
    int tooLarge = 0;
    for (int i = 0; i < 64; i++) {
      for (FrameEvent event : framer.feed(mebibyte)) {
        tooLarge += event instanceof TooLarge ? 1 : 0;
      }
    }
    assertThat(tooLarge).isEqualTo(1);
    assertThat(framer.insideFrame()).isFalse();
  }

  @Test
  void anyCutsOfAnyStreamGiveTheSameFrames() {
    long seed = 20_260_304L;
    System.out.println("MllpFramerTest seed " + seed);
    Random random = new Random(seed);
    byte[] alphabet = {0x0B, 0x1C, 0x0D, 'a', 'b'};
    for (int round = 0; round < 2_000; round++) {
      byte[] stream = new byte[random.nextInt(40)];
      for (int i = 0; i < stream.length; i++) {
        stream[i] = alphabet[random.nextInt(alphabet.length)];
      }
      MllpFramer whole = new MllpFramer(12);
      List<FrameEvent> expected = new ArrayList<>(whole.feed(stream));
      expected.addAll(whole.end());
      MllpFramer pieces = new MllpFramer(12);
      List<FrameEvent> events = new ArrayList<>();
      for (byte b : stream) {
        events.addAll(pieces.feed(new byte[] {b}));
      }
      events.addAll(pieces.end());
      assertThat(frames(events)).isEqualTo(frames(expected));
    }
  }

  private static List<String> frames(List<FrameEvent> events) {
    return told(events).stream().filter(event -> !event.startsWith("dropped")).toList();
  }

  private static List<String> told(List<FrameEvent> events) {
    return events.stream()
        .map(
            event ->
                switch (event) {
                  case Frame frame ->
                      new String(frame.payload(), StandardCharsets.ISO_8859_1)
                          + (frame.looseEnd() ? ", loose" : "");
                  case Dropped(int count, Why why) -> "dropped " + count + " " + why;
                  case TooLarge tooLarge -> "too large";
                })
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
