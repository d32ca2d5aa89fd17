package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.discordance.domain.Signals;
import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules of disagreement compare, and the region's limits for one person. */
final class DiscordanceSignals {
  private static final List<String> MEASURED =
      List.of("GGT", "BMI", "WAIST", "WEIGHT", "HEIGHT", "GLU_F", "HBA1C", "SBP");
  private static final List<String> SMOKED = List.of("SMK_CPD", "SMK_YEARS", "SMK_PACKYR");
  private static final List<String> DRUNK = List.of("ALC_QTY", "ALC_GWK");
  private static final List<String> HOW_OFTEN = List.of("ALC_FREQ", "ALC_BINGE", "ALC_STATUS");
  private static final List<String> BLOOD_GROUPS = List.of("ABO", "RH");

  private final InsightContext context;
  private final int maximumDays;
  private final List<Visit> visits;

  private DiscordanceSignals(InsightContext context, int maximumDays) {
    this.context = context;
    this.maximumDays = maximumDays;
    this.visits =
        context.history().datedVisits().stream()
            .filter(visit -> visit.date() != null && !visit.date().isAfter(context.asOf()))
            .toList();
  }

  static Signals of(InsightContext context, int maximumDays) {
    DiscordanceSignals reader = new DiscordanceSignals(context, maximumDays);
    GeneSides genes = GeneSides.of(context);
    List<Side> amounts = new ArrayList<>(reader.aboveZero(DRUNK));
    List<Side> abstaining = new ArrayList<>();
    reader.howOften(amounts, abstaining);
    return new Signals(
        reader.smoking(),
        reader.aboveZero(SMOKED),
        reader.drinking(),
        amounts,
        abstaining,
        reader.latest(),
        reader.device("steps"),
        reader.device("sbp"),
        ToldActivity.of(context, maximumDays)
            .filter(ToldActivity::enough)
            .map(ToldActivity::date)
            .orElse(null),
        reader.denied("PH_DM"),
        reader.denied("PH_HTN"),
        reader.medicines(),
        reader.bloodGroups(),
        List.of(),
        genes.alcohol(),
        genes.medicines());
  }

  static Limits limits(InsightContext context) {
    RegionPack pack = context.pack();
    Map<String, Limits.Range> ranges = new HashMap<>();
    Levels levels = new Levels(context);
    for (String item : MEASURED) {
      levels.range(item).ifPresent(range -> ranges.put(item, range));
    }
    return new Limits(
        pack.required("discordance.window_days").intValue(),
        ranges,
        pack.threshold("metabolic_syndrome.waist", context.sexLimit())
            .map(limit -> Double.valueOf(limit.doubleValue()))
            .orElse(null),
        number(pack, "bmi_low"),
        number(pack, "bmi_high"),
        number(pack, "glucose_high"),
        number(pack, "glucose_usual"),
        number(pack, "hba1c_high"),
        number(pack, "hba1c_usual"),
        number(pack, "few_steps"),
        number(pack, "much_alcohol"),
        number(pack, "pressure_centre"),
        number(pack, "pressure_home"),
        number(pack, "bmi_tolerance"));
  }

  private static double number(RegionPack pack, String name) {
    return pack.required("discordance." + name).doubleValue();
  }

  private List<Smoking.Told> smoking() {
    List<Smoking.Told> told = new ArrayList<>();
    for (Visit visit : visits) {
      context
          .history()
          .codeAt(visit, "SMK_STATUS")
          .ifPresent(
              answer -> {
                switch (answer.code()) {
                  case "1" -> told.add(told(Smoking.Status.HAS_NOT_SMOKED, answer));
                  case "2" -> told.add(told(Smoking.Status.FORMER, answer));
                  case "3" -> told.add(told(Smoking.Status.CURRENT, answer));
                  default -> {}
                }
              });
    }
    return told;
  }

  private static Smoking.Told told(Smoking.Status status, History.Dated answer) {
    return new Smoking.Told(status, answer.date());
  }

  private List<Side> aboveZero(List<String> items) {
    List<Side> found = new ArrayList<>();
    for (String item : items) {
      for (Reading reading : context.history().series(item).readings()) {
        if (reading.value() > 0) {
          found.add(new Side(Source.TOLD, item, reading.text(), reading.unit(), reading.date()));
        }
      }
    }
    return found;
  }

  /** Answers of frequency: zero is abstaining, anything else an amount. */
  private void howOften(List<Side> amounts, List<Side> abstaining) {
    for (Visit visit : visits) {
      for (String item : HOW_OFTEN) {
        context
            .history()
            .codeAt(visit, item)
            .ifPresent(
                answer -> {
                  Side side = new Side(Source.TOLD, item, answer.code(), "", answer.date());
                  boolean none = answer.code().equals("0");
                  // "Never six or more" says nothing of drinking less.
                  if (!none) {
                    amounts.add(side);
                  } else if (!item.equals("ALC_BINGE")) {
                    abstaining.add(side);
                  }
                });
      }
    }
  }

  private List<Drinking> drinking() {
    return visits.stream()
        .map(context.questionnaire()::drinkingAt)
        .filter(answer -> !(answer instanceof Drinking.Unknown))
        .toList();
  }

  private Map<String, Reading> latest() {
    Map<String, Reading> found = new HashMap<>();
    for (String item : MEASURED) {
      if (context.history().latest(item, context.checkupDay(), maximumDays)
          instanceof Latest.Found(Reading reading)) {
        found.put(item, reading);
      }
    }
    return found;
  }

  private Signals.@Nullable DeviceMean device(String signal) {
    if (context.record().isWithheld(DataCategory.LIFESTYLE)) {
      return null;
    }
    return context
        .phone()
        .lastDay(signal)
        .flatMap(last -> context.phone().weeksUpTo(signal, last))
        .map(weeks -> new Signals.DeviceMean(weeks.mean(), weeks.lastDay()))
        .orElse(null);
  }

  private @Nullable LocalDate denied(String item) {
    return context.concepts().told(item, context.checkupDay()) instanceof Answer.No no
        ? no.asked()
        : null;
  }

  private List<Side> medicines() {
    List<Side> listed = new ArrayList<>();
    listed(Kind.DIABETES_MEDICINE, Concept.GLUCOSE_LOWERING, listed);
    listed(Kind.PRESSURE_MEDICINE, Concept.BP_TREATED, listed);
    return listed;
  }

  private void listed(Kind kind, Concept concept, List<Side> listed) {
    if (context.concepts().on(concept, context.checkupDay()) instanceof Answer.Yes yes) {
      listed.add(new Side(Source.LISTED, kind.name(), "", "", yes.since()));
    }
  }

  private List<Side> bloodGroups() {
    List<Side> groups = new ArrayList<>();
    for (Visit visit : visits) {
      for (String item : BLOOD_GROUPS) {
        context
            .history()
            .codeAt(visit, item)
            .ifPresent(
                group ->
                    groups.add(new Side(Source.MEASURED, item, group.code(), "", group.date())));
      }
    }
    groups.sort(Comparator.comparing(Side::subject));
    return groups;
  }
}
