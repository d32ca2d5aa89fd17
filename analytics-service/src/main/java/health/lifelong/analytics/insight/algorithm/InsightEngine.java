package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.insight.domain.Channel;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.PackMode;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.safety.algorithm.SafetyRules;
import health.lifelong.analytics.safety.domain.SafetyFindings;
import health.lifelong.vocabulary.genome.Genotypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies the models of a region pack to one record. Pure: the same record, genotypes, pack,
 * language, day and viewer give the same report, to the bit. Safety notices are found before any
 * model runs.
 */
public final class InsightEngine {
  private static final int ADULT = 18;

  /** Models that read checkup values; which of them refuse in which state is on their cards. */
  private static final Set<String> CHECKUP_MODELS =
      Set.of(
          "setpoint",
          "ckd_epi",
          "prevent_base",
          "liver_indices",
          "metabolic_syndrome_kr",
          "knhs_judgement",
          "score2_asia_pacific",
          "prevent_addon",
          "kdigo_ckd_heatmap",
          "kfre",
          "ldl_cholesterol",
          "glycaemic_lipid_indices",
          "anthropometry_osta",
          "kdm_biological_age",
          "phenoage",
          "what_if",
          "next_measurement",
          "discordance",
          "plan");

  private static final Set<Reason> ABOUT_VALUES =
      EnumSet.of(Reason.INPUT_MISSING, Reason.OUT_OF_RANGE, Reason.POPULATION);

  private final RegionPack pack;
  private final Map<String, InsightRule> rules;

  /** With the tables of a pack; a pack that names a model the engine does not apply is refused. */
  public InsightEngine(RegionPack pack) {
    this.pack = pack;
    this.rules =
        Stream.of(
                new AlcoholFusionInsight(pack.setPoints()),
                new SetPointInsight(pack.setPoints()),
                new KidneyInsight(),
                new HeartRiskInsight(),
                new MetabolicInsight(pack.waist()),
                new LiverInsight(),
                new ScreeningInsight(pack.screening()),
                new HeartRangeInsight(),
                new HeartAddOnInsight(),
                new KidneyTogetherInsight(),
                new KidneyFailureInsight(),
                new LdlInsight(),
                new MetabolicIndicesInsight(),
                new BodySizeInsight(pack),
                new BodyAgeInsight(),
                new StepsInsight(),
                new HabitsInsight(),
                new HomeValuesInsight(),
                new AlcoholGenesInsight(),
                new PharmacogeneInsight(),
                new DrugAdviceInsight(),
                new PolygenicInsight(pack.scores()),
                new PhenoAgeInsight(),
                new WhatIfInsight(),
                new NextMeasurementInsight(pack.waist()),
                new DiscordanceInsight(),
                new PlanInsight(pack.waist()))
            .collect(Collectors.toUnmodifiableMap(rule -> rule.card().id().value(), rule -> rule));
    pack.models().stream()
        .map(ServedModel::model)
        .filter(model -> !rules.containsKey(model))
        .findFirst()
        .ifPresent(
            model -> {
              throw new IllegalStateException("the engine does not apply the model " + model);
            });
  }

  /** Ids of the models that a pack may serve. */
  public static Set<String> servableModels() {
    return Set.of(
        "aldh2_alcohol",
        "setpoint",
        "ckd_epi",
        "prevent_base",
        "metabolic_syndrome_kr",
        "liver_indices",
        "knhs_judgement",
        "score2_asia_pacific",
        "prevent_addon",
        "kdigo_ckd_heatmap",
        "kfre",
        "ldl_cholesterol",
        "glycaemic_lipid_indices",
        "anthropometry_osta",
        "kdm_biological_age",
        "steps_mortality",
        "habits",
        "home_values",
        "aldh2",
        "pharmacogene",
        "drug_advice",
        "polygenic_score",
        "phenoage",
        "what_if",
        "next_measurement",
        "discordance",
        "plan");
  }

  /** The cards of every model this service knows: the catalogue's, and the engine's own. */
  public static List<ModelCard> cards() {
    return Stream.of(ModelCatalogue.standard().cards(), EngineCards.all(), ActionCards.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Whether the pack serves a model at all, in its mode. */
  public boolean serves(String model) {
    return pack.model(model).filter(served -> !refusedByMode(served)).isPresent();
  }

  /**
   * Lists what can be said, and what cannot and why.
   *
   * @param genotypes the newest genome, or null where there is none or consent does not open it
   * @param language one of the pack's; another one gives the pack's first
   * @param asOf the day the report is of; a record's own last day makes it the same for the same
   *     revision
   */
  public InsightReport report(
      PersonRecord record,
      @Nullable Genotypes genotypes,
      String language,
      LocalDate asOf,
      Viewer viewer) {
    Texts texts = pack.texts(language);
    SafetyFindings safety = SafetyRules.check(record, pack, texts, asOf);
    InsightContext context =
        InsightContext.of(record, genotypes, pack, texts, asOf, safety.silencedItems());
    List<Insight> insights = new ArrayList<>();
    for (ServedModel served :
        pack.models().stream().sorted(Comparator.comparingInt(ServedModel::order)).toList()) {
      insights.addAll(apply(context, served));
    }
    return new InsightReport(
        record.revision(),
        pack.label(),
        asOf,
        safety.notices(),
        switch (viewer) {
          case CLINICIAN -> insights;
          case PERSON -> held(texts, insights);
        });
  }

  private List<Insight> apply(InsightContext context, ServedModel served) {
    InsightRule rule = rules.get(served.model());
    if (rule == null) {
      throw new IllegalStateException("no rule of " + served.model());
    }
    Draft draft = new Draft(context, served, rule.card(), "all");
    if (refusedByMode(served)) {
      return List.of(draft.refusal(Reason.NOT_SERVED, context.texts().say(Message.HELP_NONE)));
    }
    if (CHECKUP_MODELS.contains(served.model())) {
      draft.kinds(DataKind.CHECKUP);
      if (context.record().isWithheld(DataCategory.CHECKUP)) {
        String what = context.texts().say("input.consent_checkup");
        return List.of(
            draft.refusal(
                Reason.CONSENT, context.texts().say(Message.HELP_CONSENT, Map.of("what", what))));
      }
      if (context.ageOn(context.checkupDay()).orElse(ADULT) < ADULT) {
        return List.of(
            draft.refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN)));
      }
    }
    return rule.apply(context, served);
  }

  private boolean refusedByMode(ServedModel served) {
    return pack.mode() == PackMode.WELLNESS && served.kind() != ServedModel.Kind.DESCRIBE;
  }

  /**
   * What a person sees of results that a clinician holds: one line a model, the same whatever they
   * say and however many they are. A refusal tells nothing of the person and is shown, unless it
   * asks for more data that only a clinician's model would use.
   */
  private static List<Insight> held(Texts texts, List<Insight> insights) {
    Map<String, Insight> shown = new LinkedHashMap<>();
    for (Insight insight : insights) {
      if (insight.channel() == Channel.PERSON) {
        shown.put(insight.id(), insight);
        continue;
      }
      if (insight.outcome() instanceof Outcome.Refusal refusal) {
        if (!ABOUT_VALUES.contains(refusal.reason())) {
          shown.put(insight.id(), insight);
        }
        continue;
      }
      String title = texts.say("model." + insight.model());
      String sentence = texts.say(Message.REFUSAL_NOT_RELEASED, Map.of("title", title));
      shown.putIfAbsent(
          "held " + insight.model(), insight.held(sentence, texts.say(Message.HELP_CLINICIAN)));
    }
    return List.copyOf(shown.values());
  }
}
