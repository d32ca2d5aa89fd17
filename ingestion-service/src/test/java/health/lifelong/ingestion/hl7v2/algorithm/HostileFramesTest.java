package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.FrameEvent;
import health.lifelong.ingestion.hl7v2.domain.FrameEvent.Frame;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hostile frames as they come on the wire, under the strict contract they are written for. */
class HostileFramesTest {
  private static final Pattern FRAME = Pattern.compile("\"frame_b64\": \"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]*)\"");
  private static final Pattern ACK = Pattern.compile("\"ack\": \"([^\"]*)\"");
  private static final Pattern ERR = Pattern.compile("\"err\": \"(\\d+)\"");

  /**
   * Decided by what is already stored about the person, so by profile-service and not by reading.
   */
  private static final Set<String> NOT_OF_READING = Set.of("pid-07");

  /**
   * README rule 5 of the samples, which outranks these cases, says 101 for a missing PID; 100 is
   * told as well.
   */
  private static final Set<String> CODE_TOLD_SECOND = Set.of("st-03");

  @Test
  void everyFrameHasTheExpectedAcknowledgement() throws IOException {
    List<String> differences = new ArrayList<>();
    int cases = 0;
    for (String line : Files.readAllLines(SharedData.path("data/hostile/hl7/frames.jsonl"))) {
      String id = first(ID, line);
      String frame = first(FRAME, line);
      if (frame == null || id == null || NOT_OF_READING.contains(id)) {
        continue;
      }
      cases++;
      List<Hl7Reading> readings = readings(Base64.getDecoder().decode(frame));
      String acks = acks(readings);
      if (!acks.equals(first(ACK, line))) {
        differences.add(id + ": expected " + first(ACK, line) + ", read " + acks);
      }
      String code = first(ERR, line);
      if (code != null && !hasCode(readings, code, CODE_TOLD_SECOND.contains(id))) {
        differences.add(id + ": expected " + code + ", read " + readings.getFirst().errors());
      }
    }
    System.out.println("hostile hl7: " + cases + " wire cases");
    assertThat(differences).isEmpty();
    assertThat(cases).isGreaterThanOrEqualTo(30);
  }

  private static boolean hasCode(List<Hl7Reading> readings, String code, boolean anywhere) {
    List<String> codes =
        readings.getFirst().errors().stream()
            .map((Hl7Error error) -> Integer.toString(error.condition().code()))
            .toList();
    return anywhere ? codes.contains(code) : codes.getFirst().equals(code);
  }

  private static List<Hl7Reading> readings(byte[] wire) {
    MllpFramer framer = new MllpFramer();
    List<FrameEvent> events = new ArrayList<>(framer.feed(wire));
    events.addAll(framer.end());
    List<Hl7Reading> readings = new ArrayList<>();
    for (FrameEvent event : events) {
      if (event instanceof Frame frame) {
        readings.add(Messages.JUDGE.read(frame.payload(), Messages.strict(), 0));
      }
    }
    return readings;
  }

  private static String acks(List<Hl7Reading> readings) {
    if (readings.isEmpty()) {
      return "none";
    }
    String code = readings.getFirst().code().name();
    return readings.size() == 1 ? code : code + " x" + readings.size();
  }

  private static String first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : null;
  }
}
