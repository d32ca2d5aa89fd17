package health.lifelong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.common.v1.ErrorReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
  private static final String DETAIL = "row of Kim, born 1974";

  @ParameterizedTest
  @MethodSource("health.lifelong.platform.ErrorCatalogueTest#reasons")
  void aBodyStatesItsReasonInBothLanguagesAndNoDetail(ErrorReason reason)
      throws JsonProcessingException {
    Problem problem = Problem.of(new LifelongException(reason, DETAIL));
    String json = new ObjectMapper().writeValueAsString(problem);

    assertThat(problem.status()).isEqualTo(ErrorCatalogue.of(reason).http());
    assertThat(problem.code()).isEqualTo(ErrorCatalogue.of(reason).shown());
    assertThat(problem.type()).isEqualTo("urn:lifelong:problem:" + problem.code());
    assertThat(problem.detail())
        .contains(ErrorCatalogue.of(reason).title(), ErrorCatalogue.of(reason).titleKo());
    assertThat(json).doesNotContain("Kim").doesNotContain("1974");
  }

  @Test
  void placesAreNamedWithTheirReasons() {
    Problem problem =
        Problem.of(
            new LifelongException(ErrorReason.ERROR_REASON_VALUE_INVALID, DETAIL),
            List.of(new Problem.Part("/entry/3/valueQuantity", "VALUE_INVALID")));
    JsonNode body = new ObjectMapper().valueToTree(problem);
    assertThat(body.path("errors")).hasSize(1);
    assertThat(body.path("errors").path(0).path("pointer").asText())
        .isEqualTo("/entry/3/valueQuantity");
  }

  @Test
  void twoRefusalsOfTheSameReasonAreTheSameBody() {
    assertThat(Problem.of(new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown")))
        .isEqualTo(
            Problem.of(new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "foreign")));
  }
}
