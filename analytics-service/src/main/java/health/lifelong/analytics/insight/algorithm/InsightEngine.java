package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.genome.algorithm.GenomeAnalysis;
import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.insight.domain.Channel;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.InputPart;
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
import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.safety.algorithm.SafetyRules;
import health.lifelong.analytics.safety.domain.SafetyFindings;
import health.lifelong.vocabulary.genome.Genotypes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
          "plan",
          "fused_risk");

  private static final Set<Reason> ABOUT_VALUES =
      EnumSet.of(Reason.INPUT_MISSING, Reason.OUT_OF_RANGE, Reason.POPULATION);

  private static final GenomeAnalysis GENOMES = GenomeAnalysis.shipped();

  private final RegionPack pack;
  private final Map<String, InsightRule> rules;
  private final List<ServedModel> served;
  private final InstalledScores scores;
  private final String version;

  /** With the tables of a pack; a pack that names a model the engine does not apply is refused. */
  public InsightEngine(RegionPack pack) {
    this.pack = pack;
    this.version = version(pack);
    this.scores = InstalledScores.of(pack.scores());
    this.served =
        pack.models().stream().sorted(Comparator.comparingInt(ServedModel::order)).toList();
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
                new PolygenicInsight(scores),
                new PhenoAgeInsight(),
                new WhatIfInsight(),
                new NextMeasurementInsight(pack.waist()),
                new DiscordanceInsight(),
                new PlanInsight(pack.waist()),
                new FusedRiskInsight())
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
        "plan",
        "fused_risk");
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

  /** Everything that the rules read of one genome: made once, when it is at hand. */
  public GenomeReport read(Genotypes genotypes) {
    GenomeReport report = GENOMES.analyze(genotypes, false, scores.on(genotypes.build()));
    return report.withAdvice(DrugAdviceInsight.advise(report.genes(), pack));
  }

  /** The sentences of a language, or of the pack's first one where it does not speak it. */
  public Texts texts(String language) {
    return pack.texts(language);
  }

  /** The pack that insights are made with: code, version and the beginning of its content hash. */
  public String packLabel() {
    return pack.label();
  }

  /**
   * Everything that decides an answer beside the record: the pack, the parameter set, and every
   * model's version.
   */
  public String version() {
    return version;
  }

  private static String version(RegionPack pack) {
    StringBuilder models = new StringBuilder("set-points " + pack.setPoints().version());
    cards()
        .forEach(card -> models.append('\n').append(card.id()).append(' ').append(card.version()));
    byte[] hash = CanonicalForm.sha256(models.toString().getBytes(StandardCharsets.UTF_8));
    return pack.label() + "; models " + HexFormat.of().formatHex(hash, 0, 6);
  }

  /** The models that the pack serves, in the order of a report. */
  public List<String> models() {
    return served.stream().map(ServedModel::model).toList();
  }

  /** The parts of a record that a served model's answers can depend on. */
  public Set<InputPart> reads(String model) {
    Set<InputPart> parts = EnumSet.of(InputPart.PERSON);
    parts.addAll(rule(model).reads());
    return Collections.unmodifiableSet(parts);
  }

  /** What {@link #reads} counts to the person though a checkup or the day decides it. */
  public List<String> standing(PersonRecord record, LocalDate asOf) {
    Texts texts = Texts.neutral();
    SafetyFindings safety = SafetyRules.check(record, pack, texts, asOf);
    BirthDate birth = record.birth();
    return List.of(
        "silenced " + new TreeSet<>(safety.silencedItems()),
        "notices " + safety.notices().size(),
        "years " + (birth == null ? "" : birth.youngestOn(asOf) + " " + birth.ageOn(asOf)));
  }

  /** The same with the genome read on the spot. */
  public InsightReport report(
      PersonRecord record,
      @Nullable Genotypes genotypes,
      String language,
      LocalDate asOf,
      Viewer viewer) {
    return report(
        record,
        genotypes == null ? null : read(genotypes),
        pack.texts(language),
        asOf,
        viewer,
        models());
  }

  /**
   * Lists what can be said, and what cannot and why.
   *
   * @param genome what was read of the newest genome, or null where there is none or consent does
   *     not open it
   * @param texts of one of the pack's languages, or the neutral ones
   * @param asOf the day the report is of; a record's own last day makes it the same for the same
   *     revision
   * @param models those that are asked; the report lists theirs only
   */
  public InsightReport report(
      PersonRecord record,
      @Nullable GenomeReport genome,
      Texts texts,
      LocalDate asOf,
      Viewer viewer,
      Collection<String> models) {
    SafetyFindings safety = SafetyRules.check(record, pack, texts, asOf);
    InsightContext context =
        InsightContext.of(record, genome, pack, texts, asOf, safety.silencedItems());
    List<Insight> insights = new ArrayList<>();
    for (ServedModel model : served) {
      if (models.contains(model.model())) {
        insights.addAll(apply(context, model));
      }
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
    InsightRule rule = rule(served.model());
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

  private InsightRule rule(String model) {
    InsightRule rule = rules.get(model);
    if (rule == null) {
      throw new IllegalStateException("no rule of " + model);
    }
    return rule;
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
