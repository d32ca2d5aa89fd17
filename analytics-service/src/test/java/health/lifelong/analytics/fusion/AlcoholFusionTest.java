package health.lifelong.analytics.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.fusion.algorithm.AlcoholFusion;
import health.lifelong.analytics.fusion.domain.AlcoholReading;
import health.lifelong.analytics.fusion.domain.AlcoholReading.Advice;
import health.lifelong.analytics.fusion.domain.Aldh2;
import health.lifelong.analytics.fusion.domain.Movement;
import health.lifelong.analytics.fusion.domain.Movement.Direction;
import health.lifelong.analytics.fusion.domain.Track;
import health.lifelong.analytics.history.domain.Drinking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlcoholFusionTest {
  private static final LocalDate FIRST = LocalDate.parse("2020-05-01");
  private static final LocalDate LAST = LocalDate.parse("2025-05-01");

  private static Drinking grams(LocalDate date, double low, double high) {
    return new Drinking.Grams(low, high, date, "test");
  }

  private static Track track(String subject, double first, double last, @Nullable Boolean beyond) {
    return new Track(
        subject, List.of(new Track.Point(FIRST, first), new Track.Point(LAST, last)), beyond);
  }

  private static Direction of(AlcoholReading reading, String subject) {
    return reading.movements().stream()
        .filter(m -> m.subject().equals(subject))
        .map(Movement::direction)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unknownAmountIsDrinking() {
    AlcoholReading reading =
        AlcoholFusion.read(
            Aldh2.REDUCED, List.of(new Drinking.AmountUnknown(LAST, "test")), List.of(), List.of());

    assertThat(reading.advice()).isEqualTo(Advice.CARRIER_DRINKS);
  }

  @Test
  void newestAnswerDecidesWhateverTheOrder() {
    AlcoholReading reading =
        AlcoholFusion.read(
            Aldh2.INACTIVE,
            List.of(new Drinking.Abstains(LAST, "test"), grams(FIRST, 50, 60)),
            List.of(),
            List.of());

    assertThat(reading.advice()).isEqualTo(Advice.CARRIER_ABSTAINS);
    assertThat(of(reading, "alcohol")).isEqualTo(Direction.DOWN);
  }

  @Test
  void answersWhoseRangesTouchHaveNoDirection() {
    AlcoholReading reading =
        AlcoholFusion.read(
            Aldh2.ACTIVE,
            List.of(grams(FIRST, 20, 60), grams(LAST, 50, 90)),
            List.of(track("GGT", 40, 80, true)),
            List.of());

    assertThat(of(reading, "alcohol")).isEqualTo(Direction.SAME);
    assertThat(reading.together()).isEmpty();
  }

  @Test
  void changeWithinChanceIsSaidToBeChance() {
    AlcoholReading reading =
        AlcoholFusion.read(
            Aldh2.ACTIVE,
            List.of(grams(FIRST, 20, 30), grams(LAST, 80, 90)),
            List.of(track("GGT", 40, 43, false), track("SBP", 120, 132, null)),
            List.of());

    assertThat(of(reading, "GGT")).isEqualTo(Direction.CHANCE);
    assertThat(of(reading, "SBP")).isEqualTo(Direction.UP);
    assertThat(reading.together()).containsExactlyEntriesOf(Map.of("SBP", true));
  }

  @Test
  void oppositeDirectionsAreSaidToo() {
    AlcoholReading reading =
        AlcoholFusion.read(
            Aldh2.ACTIVE,
            List.of(grams(FIRST, 80, 90), grams(LAST, 20, 30)),
            List.of(track("GGT", 40, 80, true)),
            List.of());

    assertThat(reading.together()).containsEntry("GGT", false);
  }

  @Test
  void oneValueHasNoDirection() {
    Track once = new Track("GGT", List.of(new Track.Point(LAST, 40)), null);

    AlcoholReading reading =
        AlcoholFusion.read(Aldh2.ACTIVE, List.of(grams(LAST, 1, 2)), List.of(once), List.of());

    assertThat(of(reading, "GGT")).isEqualTo(Direction.ONCE);
    assertThat(of(reading, "alcohol")).isEqualTo(Direction.ONCE);
  }

  @Test
  void withoutAnAnswerThereIsNoReading() {
    assertThatThrownBy(
            () ->
                AlcoholFusion.read(
                    Aldh2.ACTIVE, List.of(new Drinking.Unknown()), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
