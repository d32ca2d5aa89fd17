package health.lifelong.profile.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.erasure.domain.PersonTable;
import health.lifelong.profile.erasure.domain.Retention;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {
  @Test
  void theLockEndsTheYearsOfThePackAfterTheErasure() {
    Retention retention = new Retention(Map.of("CHK", 10));

    assertThat(retention.lockedUntil(LocalDate.of(2026, 2, 28)))
        .containsExactlyEntriesOf(Map.of("CHK", LocalDate.of(2036, 2, 28)));
    assertThat(new Retention(Map.of()).lockedUntil(LocalDate.EPOCH)).isEmpty();
    assertThatThrownBy(() -> new Retention(Map.of("CHK", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableIsKeptForItsOwnCategoriesOnly() {
    assertThat(PersonTable.OBSERVATION.isKeptBy(Set.of("CHK"))).isTrue();
    assertThat(PersonTable.OBSERVATION.isKeptBy(Set.of("GENX"))).isFalse();
    assertThat(PersonTable.CRITICAL_RESULT.isKeptBy(Set.of("CHK", "SPC"))).isFalse();
  }
}
