package health.lifelong.profile.change.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.change.app.StoreFailures.Contention;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailuresTest {
  @ParameterizedTest
  @CsvSource({
    "53100, STORAGE_FULL",
    "57014, DEADLINE_EXCEEDED",
    "57P01, DEPENDENCY_UNAVAILABLE",
    "08006, DEPENDENCY_UNAVAILABLE",
    "53300, DEPENDENCY_UNAVAILABLE",
    "40P01, DEPENDENCY_UNAVAILABLE"
  })
  void aFailureOfTheDatabaseIsToldInTheWordsOfTheCatalogue(String sqlState, String reason) {
    assertThat(StoreFailures.translate(database(sqlState)))
        .isInstanceOfSatisfying(
            LifelongException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.valueOf("ERROR_REASON_" + reason)));
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAway() {
    assertThat(StoreFailures.translate(new ConnectException("refused")))
        .isInstanceOfSatisfying(
            LifelongException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE));
  }

  @Test
  void aBugStaysWhatItIs() {
    PgException syntax = database("42601");

    assertThat(StoreFailures.translate(syntax)).isSameAs(syntax);
    assertThat(StoreFailures.isTransient(syntax)).isFalse();
  }

  @Test
  void onlyCollisionsAreTriedAgain() {
    assertThat(StoreFailures.isTransient(database("40001"))).isTrue();
    assertThat(StoreFailures.isTransient(database("40P01"))).isTrue();
    assertThat(StoreFailures.isTransient(new Contention("x"))).isTrue();
    assertThat(StoreFailures.isTransient(database("23505"))).isFalse();
  }

  private static PgException database(String sqlState) {
    return new PgException("failure", "ERROR", sqlState, "");
  }
}
