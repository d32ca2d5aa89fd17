package health.lifelong.profile.breakglass.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.algorithm.CareRelation;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GlassRulesTest {
  private static final Instant NOW = Instant.parse("2026-05-02T09:00:00Z");

  private static Caller caller(Role role, String acr, @Nullable Instant signedIn) {
    return new Caller(role, "dr", "seoul", new Caller.Token("", "", "", acr, signedIn, ""));
  }

  @Test
  void onlyTwoFactorsOfTheLastQuarterOfAnHourAreFresh() {
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "2", NOW), NOW)).isTrue();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "2", NOW.minusSeconds(900)), NOW))
        .isTrue();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "2", NOW.minusSeconds(901)), NOW))
        .isFalse();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "2", NOW.plusSeconds(31)), NOW)).isFalse();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "2", null), NOW)).isFalse();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "1", NOW), NOW)).isFalse();
    assertThat(GlassRules.isFresh(caller(Role.CLINICIAN, "", NOW), NOW)).isFalse();
  }

  @Test
  void onlyACliniciansOwnCentreCounts() {
    assertThat(GlassRules.isClinicianOf(caller(Role.CLINICIAN, "2", NOW), "seoul")).isTrue();
    assertThat(GlassRules.isClinicianOf(caller(Role.CLINICIAN, "2", NOW), "busan")).isFalse();
    for (Role role : Role.values()) {
      assertThat(GlassRules.isClinicianOf(caller(role, "2", NOW), "seoul"))
          .isEqualTo(role == Role.CLINICIAN);
    }
  }

  @Test
  void aReasonHasTwentyCharactersBesideSpaces() {
    assertThat(GlassRules.isReason("x".repeat(20))).isTrue();
    assertThat(GlassRules.isReason("x".repeat(19))).isFalse();
    assertThat(GlassRules.isReason(" ".repeat(30) + "x".repeat(19) + " ".repeat(9))).isFalse();
    assertThat(GlassRules.isReason("의식이 없어 복용 약을 확인해야 합니다")).isTrue();
  }

  @Test
  void rawGenotypesStayShut() {
    assertThat(GlassRules.categories())
        .hasSize(Category.values().length - 1)
        .doesNotContain(Category.GENETIC_RAW);
  }

  @Test
  void aCareRelationLastsAsLongAsThePackSays() {
    Duration days = Duration.ofDays(90);
    assertThat(CareRelation.holds(NOW.minus(Duration.ofDays(89)), null, NOW, days)).isTrue();
    assertThat(CareRelation.holds(NOW.minus(Duration.ofDays(90)), null, NOW, days)).isFalse();
    assertThat(CareRelation.holds(null, NOW.minus(Duration.ofDays(89)), NOW, days)).isTrue();
    assertThat(CareRelation.holds(NOW.plusSeconds(1), null, NOW, days)).isFalse();
    assertThat(CareRelation.holds(null, null, NOW, days)).isFalse();
  }
}
