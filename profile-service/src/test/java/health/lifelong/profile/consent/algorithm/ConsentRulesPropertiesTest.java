package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.Ruling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random histories against a second model that was written from the text of the rules, not from the
 * code.
 */
class ConsentRulesPropertiesTest {
  private static final int HISTORIES = 10_000;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final String[] GRANTEES = {"institute", "seoul", "busan"};

  // P1 to P4 by ID CHK GENR GENX LIF SPC: L law, C by consent, N never.
  private static final String[] CELLS = {"LLCCLL", "CCCCCC", "CCCNCC", "LLLNNL"};

  @Test
  void theDecisionFunctionAgreesWithASecondModel() {
    long seed = System.nanoTime();
    System.out.println("consent histories seed " + seed);
    Random random = new Random(seed);
    int permits = 0;
    for (int i = 0; i < HISTORIES; i++) {
      List<ConsentDecision> history = history(random);
      Category category = Category.values()[random.nextInt(6)];
      Purpose purpose = Purpose.values()[random.nextInt(4)];
      String grantee = GRANTEES[random.nextInt(GRANTEES.length)];
      Instant time = moment(random);

      Ruling ruling = ConsentRules.decide(history, category, purpose, grantee, time);
      boolean permit = ruling instanceof Ruling.Permit;

      assertThat(permit)
          .as(
              "seed %d, history %d: %s %s %s %s %s",
              seed, i, category, purpose, grantee, time, history)
          .isEqualTo(model(history, category, purpose, grantee, time));
      permits += permit ? 1 : 0;
    }
    assertThat(permits).isBetween(HISTORIES / 20, HISTORIES * 19 / 20);
  }

  // Walks the time line step by step: what is open just now, and until when.
  private static boolean model(
      List<ConsentDecision> history,
      Category category,
      Purpose purpose,
      String grantee,
      Instant time) {
    char cell = CELLS[purpose.number() - 1].charAt(category.number() - 1);
    if (cell != 'C') {
      return cell == 'L';
    }
    List<ConsentDecision> line = new ArrayList<>();
    for (ConsentDecision decision : history) {
      boolean same =
          decision.category() == category
              && decision.purpose() == purpose
              && decision.grantee().equals(grantee);
      if (same && decision.givenAt().compareTo(time) <= 0) {
        line.add(decision);
      }
    }
    Instant last = Instant.MIN;
    for (ConsentDecision decision : line) {
      last = decision.givenAt().compareTo(last) > 0 ? decision.givenAt() : last;
    }
    boolean any = false;
    for (ConsentDecision decision : line) {
      if (decision.givenAt().equals(last)) {
        any = true;
        Instant twoYears = last.atZone(ZoneOffset.UTC).plusMonths(24).toInstant();
        boolean over = time.compareTo(decision.validTo()) >= 0 || time.compareTo(twoYears) >= 0;
        if (decision.decision() != Kind.GRANT || over) {
          return false;
        }
      }
    }
    return any;
  }

  private static List<ConsentDecision> history(Random random) {
    List<ConsentDecision> history = new ArrayList<>();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      Instant givenAt = moment(random);
      history.add(
          new ConsentDecision(
              new UUID(random.nextLong(), random.nextLong()),
              Category.values()[random.nextInt(6)],
              Purpose.values()[random.nextInt(4)],
              GRANTEES[random.nextInt(GRANTEES.length)],
              random.nextInt(3) > 0 ? Kind.GRANT : Kind.values()[1 + random.nextInt(2)],
              "t",
              "ko",
              "app",
              givenAt,
              givenAt.plusSeconds(86_400L * (1 + random.nextInt(1_000)))));
    }
    return history;
  }

  // Whole weeks, so that decisions often fall on the same instant.
  private static Instant moment(Random random) {
    return START.plusSeconds(7L * 86_400 * random.nextInt(150));
  }
}
