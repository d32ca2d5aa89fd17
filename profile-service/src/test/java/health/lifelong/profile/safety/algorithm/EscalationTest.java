package health.lifelong.profile.safety.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.lifelong.profile.safety.domain.Due;
import health.lifelong.profile.safety.domain.Notice;
import health.lifelong.profile.safety.domain.OnCallLevel;
import health.lifelong.profile.safety.domain.OnCallList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final OnCallList list =
      list(Map.of("*", List.of(level(1), level(2), level(3)), "busan", List.of(level(1))));

  @ParameterizedTest
  @CsvSource({
    "seoul, 0, 1, false",
    "seoul, 1, 2, true",
    "seoul, 2, 3, true",
    "seoul, 3, 3, false",
    "seoul, 9, 3, false",
    "busan, 0, 1, false",
    "busan, 1, 1, false"
  })
  void theNextLevelIsToldAndTheLastAgain(String centre, int told, int next, boolean escalated) {
    Notice notice =
        Escalation.next(list, new Due(UUID.randomUUID(), UUID.randomUUID(), centre, told));

    assertThat(notice.to().level()).isEqualTo(next);
    assertThat(notice.escalated()).isEqualTo(escalated);
  }

  @Test
  void aListInWhichAValueCouldWaitInSilenceIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> list(Map.of("seoul", List.of(level(1)))));
    assertThatIllegalArgumentException().isThrownBy(() -> list(Map.of("*", List.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> list(Map.of("*", List.of(level(2)))));
    OnCallLevel never = new OnCallLevel(1, "duty", "1", Duration.ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> list(Map.of("*", List.of(never))));
  }

  @Test
  void aValueOfLongAgoWakesNobody() {
    assertThat(list.toldSince(Instant.parse("2026-04-01T00:00:00Z")))
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  private static OnCallList list(Map<String, List<OnCallLevel>> byCentre) {
    return new OnCallList(byCentre, Duration.ofDays(90));
  }

  private static OnCallLevel level(int level) {
    return new OnCallLevel(level, "duty " + level, "1", QUARTER);
  }
}
