package health.lifelong.analytics.fusion.algorithm;

import health.lifelong.analytics.fusion.domain.AlcoholReading;
import health.lifelong.analytics.fusion.domain.AlcoholReading.Advice;
import health.lifelong.analytics.fusion.domain.Aldh2;
import health.lifelong.analytics.fusion.domain.Movement;
import health.lifelong.analytics.fusion.domain.Movement.Direction;
import health.lifelong.analytics.fusion.domain.Track;
import health.lifelong.analytics.history.domain.Drinking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ALDH2 rs671 beside the answers on alcohol, blood pressure, gamma-GT and the phone's days.
 *
 * <p>The genotype decides the message (GA or AA with any drinking: stop or cut down; GG is never a
 * licence), the rest is laid beside it in directions. Nothing is multiplied and no percentage is
 * made: in Korean men the blood pressure of GG rose with drinking and that of GA and AA did not
 * (Dong-gu study, PMID 32141245), so no single effect holds for everybody.
 */
public final class AlcoholFusion {
  private AlcoholFusion() {}

  /**
   * Reads the signals side by side.
   *
   * @param answers answers on alcohol by visit; those without an answer are left out by the caller
   * @throws IllegalArgumentException where there is no answer at all: that is a refusal, which the
   *     caller makes
   */
  public static AlcoholReading read(
      Aldh2 genotype, List<Drinking> answers, List<Track> measured, List<Track> phone) {
    List<Dose> doses =
        answers.stream()
            .map(AlcoholFusion::dose)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Dose::date))
            .toList();
    if (doses.isEmpty()) {
      throw new IllegalArgumentException("an answer on alcohol is needed");
    }
    Direction alcohol = direction(doses);
    List<Movement> movements = new ArrayList<>();
    movements.add(
        new Movement(
            "alcohol",
            doses.size() == 1 ? Direction.ONCE : alcohol,
            doses.getFirst().date(),
            doses.getLast().date()));
    Map<String, Boolean> together = new HashMap<>();
    for (Track track : measured) {
      movement(track)
          .ifPresent(
              movement -> {
                movements.add(movement);
                if (moved(movement.direction()) && moved(alcohol) && doses.size() > 1) {
                  together.put(track.subject(), movement.direction() == alcohol);
                }
              });
    }
    phone.stream().map(AlcoholFusion::movement).flatMap(Optional::stream).forEach(movements::add);
    return new AlcoholReading(advice(genotype, doses.getLast()), movements, together);
  }

  private static Advice advice(Aldh2 genotype, Dose newest) {
    boolean drinks = newest.high() > 0;
    return switch (genotype) {
      case ACTIVE -> drinks ? Advice.USUAL_DRINKS : Advice.USUAL_ABSTAINS;
      case REDUCED, INACTIVE -> drinks ? Advice.CARRIER_DRINKS : Advice.CARRIER_ABSTAINS;
    };
  }

  private static boolean moved(Direction direction) {
    return direction == Direction.UP || direction == Direction.DOWN;
  }

  private static Optional<Movement> movement(Track track) {
    if (track.points().isEmpty()) {
      return Optional.empty();
    }
    Track.Point first = track.points().getFirst();
    Track.Point last = track.points().getLast();
    return Optional.of(
        new Movement(track.subject(), direction(track, first, last), first.date(), last.date()));
  }

  private static Direction direction(Track track, Track.Point first, Track.Point last) {
    if (track.points().size() == 1) {
      return Direction.ONCE;
    }
    if (Boolean.FALSE.equals(track.beyondChance())) {
      return Direction.CHANCE;
    }
    int order = Double.compare(last.value(), first.value());
    if (order == 0) {
      return Direction.SAME;
    }
    return order > 0 ? Direction.UP : Direction.DOWN;
  }

  /** Grams a week as the range an answer allows; an unknown amount is anything above zero. */
  private record Dose(LocalDate date, double low, double high) {}

  private static Optional<Dose> dose(Drinking answer) {
    return switch (answer) {
      case Drinking.Abstains none -> Optional.of(new Dose(none.date(), 0, 0));
      case Drinking.Grams grams ->
          Optional.of(new Dose(grams.date(), grams.lowPerWeek(), grams.highPerWeek()));
      case Drinking.AmountUnknown some ->
          Optional.of(new Dose(some.date(), 0, Double.POSITIVE_INFINITY));
      case Drinking.Unknown unknown -> Optional.empty();
    };
  }

  /** Up or down only where the ranges of the first and the last answer do not touch. */
  private static Direction direction(List<Dose> doses) {
    Dose first = doses.getFirst();
    Dose last = doses.getLast();
    if (last.low() > first.high()) {
      return Direction.UP;
    }
    if (last.high() < first.low()) {
      return Direction.DOWN;
    }
    return Direction.SAME;
  }
}
