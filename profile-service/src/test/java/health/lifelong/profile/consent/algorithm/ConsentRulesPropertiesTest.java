package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories against {@link SecondModel}: grants, denials, withdrawals, ends, centres, family
 * proxies, guardians, coming of age, words that changed, several at one instant, and in any order.
 */
class ConsentRulesPropertiesTest {
  private static final int HISTORIES = 10_000;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final String[] GRANTEES = {
    "institute", "seoul", "busan", "proxy:mother", "proxy:son"
  };

  /** One question about one history. */
  private record Case(
      ConsentHistory history, Category category, Purpose purpose, String grantee, Instant time) {
    String production() {
      return switch (ConsentRules.decide(history, category, purpose, grantee, time)) {
        case Ruling.Permit permit -> "permit";
        case Ruling.Deny deny -> deny.reason().word();
      };
    }

    String model() {
      return SecondModel.answer(
          history.decisions(), history.born(), category, purpose, grantee, time);
    }

    boolean differs() {
      return !production().equals(model());
    }

    Case with(List<ConsentDecision> decisions) {
      return new Case(
          new ConsentHistory(decisions, history.born(), history.terms()),
          category,
          purpose,
          grantee,
          time);
    }

    /** The same question over fewest decisions. */
    Case shrunk() {
      for (int i = 0; i < history.decisions().size(); i++) {
        List<ConsentDecision> fewer = new ArrayList<>(history.decisions());
        fewer.remove(i);
        Case smaller = with(fewer);
        if (smaller.differs()) {
          return smaller.shrunk();
        }
      }
      return this;
    }
  }

  @Test
  void theDecisionFunctionAgreesWithASecondModelAndSaysTheSameReason() {
    long seed = System.nanoTime();
    System.out.println("consent histories seed " + seed);
    Random random = new Random(seed);
    Map<String, Integer> answers = new TreeMap<>();
    for (int i = 0; i < HISTORIES; i++) {
      Case one = any(random);
      if (one.differs()) {
        Case least = one.shrunk();
        fail(
            "seed %d, history %d: production %s, model %s for %s",
            seed, i, least.production(), least.model(), least);
      }
      answers.merge(one.production(), 1, Integer::sum);
    }
    System.out.println("consent answers " + answers);
    // A generator that never comes to an answer proves nothing about it.
    assertThat(answers.keySet())
        .containsExactlyInAnyOrder(
            "permit", "no_consent", "withdrawn", "expired", "asked_anew", "not_for_purpose");
    assertThat(answers.values()).allMatch(count -> count > HISTORIES / 400);
  }

  @Test
  void theOrderInWhichDecisionsArriveChangesNothing() {
    long seed = System.nanoTime();
    System.out.println("consent orders seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < HISTORIES / 10; i++) {
      Case one = any(random);
      List<ConsentDecision> shuffled = new ArrayList<>(one.history().decisions());
      Collections.shuffle(shuffled, random);
      assertThat(one.with(shuffled).production()).as("seed %d", seed).isEqualTo(one.production());
    }
  }

  private static Case any(Random random) {
    ConsentHistory history = new ConsentHistory(decisions(random), born(random), Decisions.TERMS);
    // Mostly about a cell of which something was said.
    if (!history.decisions().isEmpty() && random.nextInt(4) > 0) {
      ConsentDecision said = history.decisions().get(random.nextInt(history.decisions().size()));
      return new Case(history, said.category(), said.purpose(), said.grantee(), moment(random));
    }
    return new Case(
        history,
        Category.values()[random.nextInt(6)],
        Purpose.values()[random.nextInt(4)],
        GRANTEES[random.nextInt(GRANTEES.length)],
        moment(random));
  }

  // Of unknown age, a child, somebody who comes of age within the years looked at, a grown-up.
  private static @Nullable LocalDate born(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> LocalDate.of(2005, 1, 1).plusDays(random.nextInt(4_000));
      case 2 -> LocalDate.of(2001, 1, 1).plusDays(random.nextInt(1_100));
      default -> LocalDate.of(2004, 2, 29).minusYears(4L * random.nextInt(12));
    };
  }

  private static List<ConsentDecision> decisions(Random random) {
    List<ConsentDecision> decisions = new ArrayList<>();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      Instant givenAt = moment(random);
      Giver giver = random.nextInt(3) == 0 ? Decisions.MOTHER : Decisions.PERSON;
      decisions.add(
          new ConsentDecision(
              new UUID(random.nextLong(), random.nextLong()),
              Category.values()[random.nextInt(6)],
              Purpose.values()[random.nextInt(4)],
              GRANTEES[random.nextInt(GRANTEES.length)],
              random.nextInt(3) > 0 ? Kind.GRANT : Kind.values()[1 + random.nextInt(2)],
              giver,
              new Words(random.nextInt(4) == 0 ? Decisions.OLD_TEXT : Decisions.TEXT, "ko", ""),
              Decisions.evidence(giver),
              givenAt,
              givenAt.plusSeconds(86_400L * (1 + random.nextInt(1_000)))));
    }
    return decisions;
  }

  // Whole weeks, so that decisions often fall on the same instant.
  private static Instant moment(Random random) {
    return START.plusSeconds(7L * 86_400 * random.nextInt(150));
  }

  /**
   * Consent as trust-and-privacy section 3 tells it: what happened is told day by day to a board
   * with one square a cell and grantee; the answer is what the square shows in the end.
   */
  private static final class SecondModel {
    // P1 to P4 by ID CHK GENR GENX LIF SPC: L law, C by consent, N never.
    private static final List<String> CELLS = List.of("LLCCLL", "CCCCCC", "CCCNCC", "LLLNNL");
    private static final int OF_AGE = 19;
    private static final List<Integer> GUARDIAN_BELOW = List.of(14, 14, 19, 19, 14, 14);

    /** What a square shows: when it was last said, a word, and for a grant its two ends. */
    private record Square(Instant said, String word, Instant end, Instant anew) {}

    static String answer(
        List<ConsentDecision> decisions,
        @Nullable LocalDate born,
        Category category,
        Purpose purpose,
        String grantee,
        Instant time) {
      char need =
          grantee.startsWith("proxy:")
              ? purpose == Purpose.OWN_ACCESS && List.of("CHK", "LIF").contains(category.code())
                  ? 'C'
                  : 'N'
              : CELLS.get(purpose.number() - 1).charAt(category.number() - 1);
      if (need != 'C') {
        return need == 'L' ? "permit" : "not_for_purpose";
      }
      Map<Instant, List<ConsentDecision>> days =
          decisions.stream()
              .collect(
                  Collectors.groupingBy(
                      ConsentDecision::givenAt, TreeMap::new, Collectors.toList()));
      Map<String, Square> board = new TreeMap<>();
      days.forEach(
          (day, said) -> {
            if (day.compareTo(time) <= 0) {
              said.forEach(decision -> tell(board, decision, born));
            }
          });
      Square square = board.get(category.code() + purpose.code() + grantee);
      if (square == null) {
        return "no_consent";
      }
      if (!square.word.equals("grant")) {
        return square.word;
      }
      if (square.end.compareTo(time) <= 0) {
        return "expired";
      }
      return square.anew.compareTo(time) <= 0 ? "asked_anew" : "permit";
    }

    private static void tell(
        Map<String, Square> board, ConsentDecision decision, @Nullable LocalDate born) {
      LocalDate day = LocalDate.ofInstant(decision.givenAt(), ZoneOffset.UTC);
      int age = born == null ? 99 : born.until(day).getYears();
      boolean guardian = decision.giver() instanceof Giver.Guardian;
      boolean grant = decision.decision() == Kind.GRANT;
      boolean tooYoung = age < GUARDIAN_BELOW.get(decision.category().number() - 1);
      if (guardian ? age >= OF_AGE : grant && tooYoung) {
        return;
      }
      Square now =
          new Square(
              decision.givenAt(),
              grant ? "grant" : decision.decision() == Kind.DENY ? "no_consent" : "withdrawn",
              first(
                  decision.validTo(),
                  decision.givenAt().atZone(ZoneOffset.UTC).plusMonths(24).toInstant()),
              first(
                  decision.words().textId().equals("consent.P2.1")
                      ? Instant.parse("2021-06-01T00:00:00Z")
                      : Instant.MAX,
                  age < OF_AGE && born != null ? thirtyDaysOfAge(born) : Instant.MAX));
      board.merge(
          decision.category().code() + decision.purpose().code() + decision.grantee(),
          now,
          SecondModel::stands);
    }

    // Of several at one instant: withdrawn, then denied, then the grant that is over first.
    private static Square stands(Square before, Square now) {
      if (!before.said.equals(now.said)) {
        return now;
      }
      List<String> strict = List.of("withdrawn", "no_consent", "grant");
      int order = Integer.compare(strict.indexOf(before.word), strict.indexOf(now.word));
      if (order != 0) {
        return order < 0 ? before : now;
      }
      int over = first(before.end, before.anew).compareTo(first(now.end, now.anew));
      int own = over == 0 ? before.end.compareTo(now.end) : over;
      return own <= 0 ? before : now;
    }

    private static Instant thirtyDaysOfAge(LocalDate born) {
      LocalDate day = born.withDayOfMonth(1).plusYears(OF_AGE);
      int last = day.lengthOfMonth();
      return day.withDayOfMonth(Math.min(born.getDayOfMonth(), last))
          .plusDays(30)
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    }

    private static Instant first(Instant one, Instant other) {
      return one.compareTo(other) <= 0 ? one : other;
    }
  }
}
