package health.lifelong.analytics.pack.domain;

import health.lifelong.analytics.anthropometry.domain.BmiBands;
import health.lifelong.analytics.fusion.domain.RiskFactor;
import health.lifelong.analytics.measurement.domain.Priority;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one region has of its own. Nothing of it is a constant in code.
 *
 * @param locales languages that every sentence exists in; the first one is the default
 * @param thresholdsCurrentTo the day on which the numbers were last compared with their sources
 * @param callNumber whom to call about a result that cannot wait; the name is a text
 * @param supportNumber whom to call when thoughts are heavy
 * @param setPoints within-person variation with this pack's population intervals
 * @param screeningRequired lines of the judgement without which there is no overall one
 * @param pharmacogenes genes whose result this pack serves
 * @param schedule when which tests are due, by age and sex; rows that are not confirmed are left
 *     out
 * @param priorities what the region values most among what models would say
 * @param riskFactors habits and genes that may ask to enter the heart risk
 * @param onCall who is told of a value that cannot wait
 * @param heartRiskPopulation in whom the heart risk is right, as {@code riskFactors} names
 *     populations
 * @param contentHash hex SHA-256 over the files: two packs of one version that differ are told
 *     apart
 * @param bmiScheme the scheme of {@code bmi} whose names a person reads
 * @param scores scoring files of the PGS Catalog by file name, as they are
 */
public record RegionPack(
    String code,
    String version,
    List<String> locales,
    PackMode mode,
    LocalDate thresholdsCurrentTo,
    String callNumber,
    String supportNumber,
    List<Interval> intervals,
    List<Threshold> thresholds,
    SetPointParameters setPoints,
    ScreeningBands screening,
    List<String> screeningRequired,
    List<String> pharmacogenes,
    List<CriticalLimit> criticalLimits,
    List<ReleaseRule> releaseRules,
    List<ConsentPurpose> consentPurposes,
    List<ChannelPolicy> channelPolicies,
    List<ServedModel> models,
    List<ScheduledTest> schedule,
    List<Priority> priorities,
    List<RiskFactor> riskFactors,
    List<OnCallDuty> onCall,
    String heartRiskPopulation,
    Map<String, Texts> texts,
    Map<String, String> scores,
    BmiBands bmi,
    String bmiScheme,
    String contentHash) {

  public RegionPack {
    locales = List.copyOf(locales);
    intervals = List.copyOf(intervals);
    thresholds = List.copyOf(thresholds);
    screeningRequired = List.copyOf(screeningRequired);
    pharmacogenes = List.copyOf(pharmacogenes);
    criticalLimits = List.copyOf(criticalLimits);
    releaseRules = List.copyOf(releaseRules);
    consentPurposes = List.copyOf(consentPurposes);
    channelPolicies = List.copyOf(channelPolicies);
    models = List.copyOf(models);
    schedule = List.copyOf(schedule);
    priorities = List.copyOf(priorities);
    riskFactors = List.copyOf(riskFactors);
    onCall = List.copyOf(onCall);
    texts = Map.copyOf(texts);
    scores = Map.copyOf(scores);
  }

  /** Code, version and the beginning of the content hash: what an insight was made with. */
  public String label() {
    return code + " " + version + " " + contentHash.substring(0, 12);
  }

  /** The sentences of a language, or of the default one where the pack does not speak it. */
  public Texts texts(String language) {
    Texts asked = texts.get(language);
    Texts fallback = texts.get(locales.getFirst());
    if (asked != null) {
      return asked;
    }
    if (fallback == null) {
      throw new IllegalStateException("the pack has no text of its default language");
    }
    return fallback;
  }

  /** The threshold of a name that holds for a sex; empty where the pack has none. */
  public Optional<BigDecimal> threshold(String name, SexLimit sex) {
    return thresholds.stream()
        .filter(t -> t.name().equals(name) && (t.sex() == SexLimit.ANY || t.sex() == sex))
        .map(Threshold::value)
        .findFirst();
  }

  /** A threshold that every pack must have; the pack check refuses a pack without it. */
  public BigDecimal required(String name) {
    return threshold(name, SexLimit.ANY)
        .orElseThrow(() -> new IllegalStateException("threshold missing: " + name));
  }

  /** The waist limits of abdominal obesity. */
  public WaistLimits waist() {
    String source =
        thresholds.stream()
            .filter(t -> t.name().equals("metabolic_syndrome.waist"))
            .map(Threshold::source)
            .findFirst()
            .orElse("");
    return new WaistLimits(waist(SexLimit.FEMALE), waist(SexLimit.MALE), source);
  }

  private double waist(SexLimit sex) {
    return threshold("metabolic_syndrome.waist", sex)
        .orElseThrow(() -> new IllegalStateException("threshold missing: metabolic_syndrome.waist"))
        .doubleValue();
  }

  /** The row of a model, where the pack serves it. */
  public Optional<ServedModel> model(String id) {
    return models.stream().filter(m -> m.model().equals(id)).findFirst();
  }

  /**
   * The legal channel of a genetic finding; a finding that no row names has none and is not
   * computed.
   */
  public Optional<ChannelPolicy> channel(String findingId) {
    return channelPolicies.stream().filter(p -> p.findingId().equals(findingId)).findFirst();
  }
}
