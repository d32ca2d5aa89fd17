package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was measured at home in the four weeks around each checkup, beside what the centre measured:
 * two series that are never joined to one.
 */
final class HomeValuesInsight implements InsightRule {
  private static final int ADULT = 18;

  /** A signal of the days, and the item that the centre measures. */
  private record Pair(String signal, String item) {}

  private static final List<Pair> PAIRS =
      List.of(new Pair("sbp", "SBP"), new Pair("dbp", "DBP"), new Pair("glucose", "GLU_F"));

  @Override
  public ModelCard card() {
    return EngineCards.HOME_VALUES;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP, InputPart.LIFESTYLE, InputPart.DAY);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    Draft whole =
        new Draft(context, served, card(), "all").kinds(DataKind.LIFESTYLE, DataKind.CHECKUP);
    if (context.ageOn(context.asOf()).orElse(ADULT) < ADULT) {
      return List.of(whole.refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN)));
    }
    for (Map.Entry<DataCategory, String> needed :
        List.of(
            Map.entry(DataCategory.CHECKUP, "input.consent_checkup"),
            Map.entry(DataCategory.LIFESTYLE, "input.consent_lifestyle"))) {
      if (context.record().isWithheld(needed.getKey())) {
        String what = context.texts().say(needed.getValue());
        return List.of(
            whole.refusal(
                Reason.CONSENT, context.texts().say(Message.HELP_CONSENT, Map.of("what", what))));
      }
    }
    List<Insight> insights = new ArrayList<>();
    PAIRS.forEach(pair -> beside(context, served, pair).ifPresent(insights::add));
    return insights;
  }

  /** Empty for somebody who measures nothing at home: there is nothing to ask for. */
  private Optional<Insight> beside(InsightContext context, ServedModel served, Pair pair) {
    Optional<LocalDate> last = context.phone().lastDay(pair.signal());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    String name = context.itemName(pair.item());
    Draft draft =
        new Draft(context, served, card(), pair.item())
            .kinds(DataKind.LIFESTYLE, DataKind.CHECKUP)
            .limit(Message.LIMIT_HOME_DEVICE);
    Latest latest =
        context.history().latest(pair.item(), context.checkupDay(), served.maximumAgeDays());
    Optional<PhoneDays.Typical> home =
        context.phone().weeksAround(pair.signal(), context.checkupDay());
    return switch (latest) {
      case Latest.None(Latest.Why why) when why == Latest.Why.WITHHELD -> Optional.empty();
      case Latest.None(Latest.Why why) ->
          Optional.of(
              draft
                  .missing(List.of(new InputMissing(name, InputMissing.Why.valueOf(why.name()))))
                  .refusal(
                      Reason.INPUT_MISSING,
                      name,
                      context.texts().say(Message.HELP_MEASURE, Map.of("what", name))));
      case Latest.Found(Reading centre) ->
          Optional.of(
              home.isEmpty()
                  ? draft
                      .missing(List.of(new InputMissing(name, InputMissing.Why.TOO_OLD)))
                      .refusal(Reason.INPUT_MISSING, name, context.texts().say(Message.HELP_HOME))
                  : said(context, draft, pair, centre, home.get()));
    };
  }

  private static Insight said(
      InsightContext context, Draft draft, Pair pair, Reading centre, PhoneDays.Typical home) {
    String name = context.itemName(pair.item());
    String homeText = String.format(Locale.ROOT, "%.0f", home.median());
    draft.used(
        List.of(
            new InputUsed(name, centre.text(), centre.unit(), centre.date(), ""),
            new InputUsed(
                name,
                homeText,
                home.unit(),
                home.lastDay(),
                home.days() + " d, " + home.source())));
    return draft
        .place(Place.CONTEXT)
        .result(
            context
                .texts()
                .say(
                    Message.HOME_BESIDE,
                    Map.of("item", name, "home", homeText, "centre", centre.text())),
            Facts.of()
                .number("home_median", home.median())
                .number("centre", centre.value())
                .groups("around_visits", aroundVisits(context, pair))
                .build());
  }

  private static List<Facts> aroundVisits(InsightContext context, Pair pair) {
    List<Facts> groups = new ArrayList<>();
    for (Visit visit : context.history().datedVisits()) {
      LocalDate day = visit.date();
      if (day == null) {
        continue;
      }
      context
          .phone()
          .weeksAround(pair.signal(), day)
          .ifPresent(
              typical ->
                  groups.add(
                      Facts.of()
                          .text("visit", day.toString())
                          .number("median", typical.median())
                          .number("days", typical.days())
                          .build()));
    }
    return groups;
  }
}
