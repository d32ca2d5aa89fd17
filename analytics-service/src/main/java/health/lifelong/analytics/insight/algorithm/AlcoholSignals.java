package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.fusion.domain.Track;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.analytics.setpoint.algorithm.SetPoints;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signals that are laid beside the genotype: answers, measurements, and the phone's weeks
 * around each visit (or, where there are none, its last weeks).
 */
record AlcoholSignals(
    List<Drinking> answers, List<Track> measured, List<Track> phone, List<InputUsed> used) {
  private static final List<String> MEASURED = List.of("GGT", "SBP", "DBP");
  private static final List<String> PHONE = List.of("steps", "resting_heart_rate");

  static AlcoholSignals of(InsightContext context, ServedModel served, SetPoints setPoints) {
    List<InputUsed> used = new ArrayList<>();
    List<Drinking> answers = new ArrayList<>();
    for (Visit visit : context.history().datedVisits()) {
      Drinking answer = context.questionnaire().drinkingAt(visit);
      answer(context, answer).ifPresent(used::add);
      answers.add(answer);
    }
    List<Track> measured = new ArrayList<>();
    for (String item : MEASURED) {
      List<Reading> readings = context.history().series(item).readings();
      boolean recent =
          !readings.isEmpty()
              && !readings
                  .getLast()
                  .date()
                  .isBefore(context.checkupDay().minusDays(served.maximumAgeDays()));
      if (recent) {
        measured.add(track(context, setPoints, item, readings));
        readings.forEach(
            r -> used.add(new InputUsed(context.itemName(item), r.text(), r.unit(), r.date(), "")));
      }
    }
    List<Track> phone = new ArrayList<>();
    for (String signal : PHONE) {
      List<PhoneDays.Typical> weeks = weeks(context, signal);
      if (!weeks.isEmpty()) {
        phone.add(
            new Track(
                signal,
                weeks.stream().map(w -> new Track.Point(w.lastDay(), w.median())).toList(),
                null));
        weeks.forEach(w -> used.add(phoneInput(context, signal, w)));
      }
    }
    return new AlcoholSignals(answers, measured, phone, used);
  }

  private static List<PhoneDays.Typical> weeks(InsightContext context, String signal) {
    List<PhoneDays.Typical> around = new ArrayList<>();
    for (Visit visit : context.history().datedVisits()) {
      LocalDate date = visit.date();
      if (date != null) {
        context.phone().weeksAround(signal, date).ifPresent(around::add);
      }
    }
    if (!around.isEmpty()) {
      return around;
    }
    return context
        .phone()
        .lastDay(signal)
        .flatMap(last -> context.phone().weeksUpTo(signal, last))
        .map(List::of)
        .orElse(List.of());
  }

  private static Track track(
      InsightContext context, SetPoints setPoints, String item, List<Reading> readings) {
    List<Track.Point> points =
        readings.stream().map(r -> new Track.Point(r.date(), r.value())).toList();
    return new Track(item, points, beyondChance(context, setPoints, item, readings));
  }

  /**
   * Whether first and last differ by more than one person varies; null where no study says how much
   * that is.
   */
  private static @Nullable Boolean beyondChance(
      InsightContext context, SetPoints setPoints, String item, List<Reading> readings) {
    Sex sex = context.sex();
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    if (sex == null || first.date().equals(last.date())) {
      return null;
    }
    SetPointOutcome outcome =
        setPoints.report(
            item,
            sex,
            context.ageOn(last.date()).isEmpty()
                ? null
                : Double.valueOf(context.ageOn(last.date()).getAsInt()),
            List.of(
                new health.lifelong.analytics.setpoint.domain.Visit(first.date(), first.value()),
                new health.lifelong.analytics.setpoint.domain.Visit(last.date(), last.value())));
    return switch (outcome) {
      case SetPointReport report -> report.verdicts().getLast().verdict() != Verdict.STABLE;
      case SetPointOutcome.NoReport none -> null;
    };
  }

  private static Optional<InputUsed> answer(InsightContext context, Drinking drinking) {
    String name = context.texts().say("signal.alcohol");
    return switch (drinking) {
      case Drinking.Abstains(LocalDate date, String basis) ->
          Optional.of(new InputUsed(name, "0", "g/wk", date, basis));
      case Drinking.Grams(double low, double high, LocalDate date, String basis) ->
          Optional.of(new InputUsed(name, range(low, high), "g/wk", date, basis));
      case Drinking.AmountUnknown(LocalDate date, String basis) ->
          Optional.of(new InputUsed(name, context.texts().say(Message.VALUE_YES), "", date, basis));
      case Drinking.Unknown unknown -> Optional.empty();
    };
  }

  private static String range(double low, double high) {
    return low == high
        ? String.format(Locale.ROOT, "%.0f", low)
        : String.format(Locale.ROOT, "%.0f-%.0f", low, high);
  }

  private static InputUsed phoneInput(
      InsightContext context, String signal, PhoneDays.Typical weeks) {
    return new InputUsed(
        context.texts().say("signal." + signal),
        String.format(Locale.ROOT, "%.0f", weeks.median()),
        weeks.unit(),
        weeks.lastDay(),
        "median of " + weeks.days() + " d, " + weeks.source());
  }
}
