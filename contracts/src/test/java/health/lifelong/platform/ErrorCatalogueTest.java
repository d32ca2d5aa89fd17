package health.lifelong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.ErrorCatalogue.Entry;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason has its faces, and they are the ones its documentation states. */
class ErrorCatalogueTest {
  private static final Path PROTO =
      Path.of("src/main/proto/health/lifelong/common/v1/error_reason.proto");
  private static final Pattern VALUE = Pattern.compile("\\s+(ERROR_REASON_\\w+) = \\d+;");
  private static final Pattern HTTP = Pattern.compile("HTTP (\\d{3})");
  private static final Pattern GRPC =
      Pattern.compile(
          Arrays.stream(Status.Code.values())
              .map(code -> "\\b" + code.name() + "\\b")
              .reduce((first, second) -> first + "|" + second)
              .orElseThrow());
  private static final Pattern HL7 = Pattern.compile("\\b(AA|AE|AR)(?: or A[ER])? (\\d{3})");

  /** The codes of HL7 table 0357 that say what is wrong with a message. */
  private static final Set<Integer> TABLE_0357 =
      Set.of(100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207);

  static List<ErrorReason> reasons() {
    return Arrays.stream(ErrorReason.values())
        .filter(
            reason ->
                reason != ErrorReason.UNRECOGNIZED
                    && reason != ErrorReason.ERROR_REASON_UNSPECIFIED)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void everyReasonHasAFaceInEveryProtocol(ErrorReason reason) {
    Entry entry = ErrorCatalogue.of(reason);
    assertThat(entry.reason()).isEqualTo(reason);
    assertThat(entry.http()).isBetween(400, 599);
    assertThat(entry.grpc()).isNotEqualTo(Status.Code.OK).isNotEqualTo(Status.Code.UNKNOWN);
    assertThat(entry.title()).isNotBlank().doesNotContainPattern("[가-힣]");
    assertThat(entry.titleKo()).containsPattern("[가-힣]");
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aFaceInHl7IsWholeOrAbsent(ErrorReason reason) {
    Entry entry = ErrorCatalogue.of(reason);
    if (entry.hl7Acknowledgement().isEmpty()) {
      assertThat(entry.hl7Code()).isZero();
    } else {
      assertThat(entry.hl7Acknowledgement()).isIn("AE", "AR");
      assertThat(TABLE_0357).contains(entry.hl7Code());
    }
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void theDocumentationStatesTheSameStatus(ErrorReason reason) throws IOException {
    String comment = comments().get(reason);
    Entry entry = ErrorCatalogue.of(reason);
    assertThat(comment).as("comment of %s", reason).isNotBlank();
    Matcher http = HTTP.matcher(comment);
    if (http.find()) {
      assertThat(entry.http()).isEqualTo(Integer.parseInt(http.group(1)));
    }
    Matcher grpc = GRPC.matcher(comment);
    if (grpc.find()) {
      assertThat(entry.grpc().name()).isEqualTo(grpc.group());
    }
    List<MatchResult> hl7 = HL7.matcher(comment).results().toList();
    if (!hl7.isEmpty()) {
      assertThat(hl7).extracting(match -> match.group(1)).contains(entry.hl7Acknowledgement());
      assertThat(hl7)
          .extracting(match -> Integer.valueOf(match.group(2)))
          .contains(entry.hl7Code());
    }
    assertThat(HTTP.matcher(comment).find() || !hl7.isEmpty())
        .as("the comment of %s states a status", reason)
        .isTrue();
  }

  @Test
  void theBlockOfANumberSaysWhoMustAct() {
    assertThat(reasons())
        .allSatisfy(
            reason -> {
              int http = ErrorCatalogue.of(reason).http();
              if (reason.getNumber() >= 300) {
                assertThat(http).as(reason.name()).isGreaterThanOrEqualTo(500);
              } else {
                assertThat(http).as(reason.name()).isLessThan(500);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aCodeReadsBackToItsReason(ErrorReason reason) {
    assertThat(ErrorCatalogue.reason(ErrorCatalogue.code(reason))).isEqualTo(reason);
  }

  @Test
  void anUnknownCodeIsOurFaultAndNeverAGuess() {
    assertThat(ErrorCatalogue.reason("SOMETHING_NEW")).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
    assertThat(ErrorCatalogue.of(ErrorReason.UNRECOGNIZED).http()).isEqualTo(500);
  }

  /** The comment above each value of the enum. */
  private static Map<ErrorReason, String> comments() throws IOException {
    Map<ErrorReason, String> comments = new EnumMap<>(ErrorReason.class);
    StringBuilder comment = new StringBuilder();
    for (String line : Files.readAllLines(PROTO)) {
      Matcher value = VALUE.matcher(line);
      if (line.strip().startsWith("//")) {
        comment.append(line.strip().substring(2)).append(' ');
      } else if (value.matches()) {
        comments.put(ErrorReason.valueOf(value.group(1)), comment.toString());
        comment.setLength(0);
      } else {
        comment.setLength(0);
      }
    }
    return comments;
  }
}
