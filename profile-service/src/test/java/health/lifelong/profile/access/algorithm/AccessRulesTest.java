package health.lifelong.profile.access.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.algorithm.AccessRules.Admission;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final UUID PERSON = UUID.fromString("01890000-0000-7000-8000-000000000001");

  // Role, then for P1 P2 P3 P4: A admitted, R role refused, F foreign.
  private static final String TABLE =
      """
      PERSON_SELF  A A R R
      PERSON_OTHER F F R R
      CLINICIAN    R R A A
      CENTRE       R R R A
      SERVICE      R A R R
      OPERATOR     R R R R
      """;

  @Test
  void everyRoleMayAskWhatTheTableSays() {
    TABLE
        .lines()
        .map(line -> line.split(" +"))
        .forEach(
            row -> {
              for (Purpose purpose : Purpose.values()) {
                assertThat(letter(AccessRules.admit(caller(row[0]), purpose, PERSON)))
                    .as("%s %s", row[0], purpose)
                    .isEqualTo(row[purpose.number()]);
              }
            });
  }

  @Test
  void aCentreSeesItsOwnResultsOnly() {
    assertThat(AccessRules.admit(caller("CENTRE"), Purpose.ORIGIN_CENTRE, PERSON))
        .isEqualTo(new Admission.Admitted("seoul", "seoul"));
  }

  @Test
  void aCentreTokenWithoutACentreSeesNothing() {
    Caller nameless = new Caller(Role.CENTRE, "lis", null);

    assertThat(AccessRules.admit(nameless, Purpose.ORIGIN_CENTRE, PERSON))
        .isInstanceOf(Admission.RoleRefused.class);
  }

  private static Caller caller(String row) {
    return switch (row) {
      case "PERSON_SELF" -> new Caller(Role.PERSON, PERSON.toString(), null);
      case "PERSON_OTHER" -> new Caller(Role.PERSON, UUID.randomUUID().toString(), null);
      default -> new Caller(Role.valueOf(row), "x", "seoul");
    };
  }

  private static String letter(Admission admission) {
    return switch (admission) {
      case Admission.Admitted admitted -> "A";
      case Admission.RoleRefused refused -> "R";
      case Admission.Foreign foreign -> "F";
    };
  }
}
