package health.lifelong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.ErrorReason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifelongExceptionTest {
  private static final String DETAIL = "select * from person where name = 'Kim'";

  @ParameterizedTest
  @MethodSource("health.lifelong.platform.ErrorCatalogueTest#reasons")
  void aReasonAndItsFactsSurviveTheWay(ErrorReason reason) {
    LifelongException sent =
        new LifelongException(reason, DETAIL, Map.of("category", "checkup", "field", "value"));
    StatusRuntimeException status = sent.toStatus();
    LifelongException read = LifelongException.from(status);

    assertThat(status.getStatus().getCode()).isEqualTo(ErrorCatalogue.of(reason).grpc());
    assertThat(read.reason()).isEqualTo(reason);
    assertThat(read.metadata()).isEqualTo(sent.metadata());
  }

  @ParameterizedTest
  @MethodSource("health.lifelong.platform.ErrorCatalogueTest#reasons")
  void theDetailNeverTravels(ErrorReason reason) {
    StatusRuntimeException status = new LifelongException(reason, DETAIL).toStatus();
    Metadata trailers = status.getTrailers();
    assertThat(trailers).isNotNull();
    StringBuilder travels = new StringBuilder(String.valueOf(status.getStatus().getDescription()));
    for (String key : trailers.keys()) {
      byte[] value = trailers.get(Metadata.Key.of(key, Metadata.BINARY_BYTE_MARSHALLER));
      travels.append(new String(value, java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(travels).doesNotContain("Kim").doesNotContain("select");
    assertThat(travels).contains(ErrorCatalogue.code(reason));
    assertThat(LifelongException.from(status).getMessage()).doesNotContain("Kim");
  }

  @Test
  void anExceptionOfOurOwnStaysItself() {
    LifelongException own = new LifelongException(ErrorReason.ERROR_REASON_ROW_SHAPE, "");
    assertThat(LifelongException.from(own)).isSameAs(own);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHENTICATED, TOKEN_REJECTED",
    "PERMISSION_DENIED, SCOPE_INSUFFICIENT",
    "NOT_FOUND, NOT_FOUND",
    "UNAVAILABLE, DEPENDENCY_UNAVAILABLE",
    "DEADLINE_EXCEEDED, DEADLINE_EXCEEDED",
    "RESOURCE_EXHAUSTED, TOO_LARGE",
    "INVALID_ARGUMENT, ARGUMENT_INVALID",
    "UNKNOWN, INTERNAL",
    "INTERNAL, INTERNAL",
    "DATA_LOSS, INTERNAL"
  })
  void aBareStatusOfALibraryIsReadByItsCode(Status.Code code, String reason) {
    StatusException bare = code.toStatus().withDescription(DETAIL).asException();
    assertThat(ErrorCatalogue.code(LifelongException.from(bare).reason())).isEqualTo(reason);
    assertThat(LifelongException.from(bare).getMessage()).isEmpty();
    assertThat(
            ErrorCatalogue.code(
                LifelongException.from(code.toStatus().asRuntimeException()).reason()))
        .isEqualTo(reason);
  }

  @Test
  void whatNobodyForesawIsInternalAndSaysNothingOfItself() {
    LifelongException read = LifelongException.from(new IllegalStateException(DETAIL));
    assertThat(read.reason()).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
    assertThat(read.getMessage()).doesNotContain("Kim");
  }
}
