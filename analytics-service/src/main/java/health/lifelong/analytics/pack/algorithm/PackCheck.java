package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.pack.domain.ChannelPolicy;
import health.lifelong.analytics.pack.domain.ConsentPurpose;
import health.lifelong.analytics.pack.domain.CriticalLimit;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ReleaseRule;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pack.domain.SexLimit;
import health.lifelong.analytics.pack.domain.Threshold;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a region pack, in one pass. A pack with a finding is not started
 * with.
 */
public final class PackCheck {
  /** Thresholds that the engine asks every pack for. */
  public static final List<String> REQUIRED_THRESHOLDS =
      List.of(
          "metabolic_syndrome.waist",
          "alcohol.grams_per_drink",
          "history.list_days",
          "safety.notice_days",
          "kidney.egfr_low",
          "kidney.north_american",
          "score2.group_from",
          "score2.group_to",
          "discordance.window_days",
          "discordance.bmi_low",
          "discordance.bmi_high",
          "discordance.glucose_usual",
          "discordance.glucose_high",
          "discordance.hba1c_usual",
          "discordance.hba1c_high",
          "discordance.few_steps",
          "discordance.much_alcohol",
          "discordance.pressure_centre",
          "discordance.pressure_home",
          "discordance.bmi_tolerance",
          "what_if.pressure",
          "what_if.ldl",
          "what_if.bmi_from",
          "what_if.weight_share",
          "plan.bundle_days",
          "activity.moderate_days",
          "activity.moderate_minutes",
          "activity.vigorous_days",
          "activity.vigorous_minutes");

  /** Purposes without a code path: transfer of rows abroad, insurers and employers. */
  private static final Set<String> FORBIDDEN_PURPOSES = Set.of("P8", "P11");

  private final RegionPack pack;
  private final Set<String> knownModels;
  private final List<PackFinding> findings = new ArrayList<>();

  private PackCheck(RegionPack pack, Set<String> knownModels) {
    this.pack = pack;
    this.knownModels = knownModels;
  }

  /**
   * The findings, sorted; empty for a good pack.
   *
   * @param knownModels ids that a row of {@code models.csv} may name
   */
  public static List<PackFinding> check(RegionPack pack, Set<String> knownModels) {
    PackCheck check = new PackCheck(pack, knownModels);
    check.intervals();
    check.thresholds();
    check.criticalLimits();
    check.releaseRules();
    check.consent();
    check.channels();
    check.models();
    check.findings.addAll(ScreeningCheck.check(pack.screening()));
    check.findings.addAll(PlanCheck.check(pack, knownModels));
    check.findings.addAll(RiskFactorCheck.check(pack.riskFactors()));
    check.findings.addAll(OnCallCheck.check(pack.onCall()));
    check.findings.addAll(ScoreCheck.check(pack.scores()));
    check.findings.addAll(TextCheck.check(pack));
    return check.findings.stream().sorted().distinct().toList();
  }

  private void intervals() {
    List<Interval> rows = pack.intervals();
    for (int i = 0; i < rows.size(); i++) {
      Interval row = rows.get(i);
      unit("intervals.csv", row.itemCode(), row.unit());
      bounds("intervals.csv", row.itemCode(), row.lower(), row.upper());
      for (Interval other : rows.subList(0, i)) {
        if (row.itemCode().equals(other.itemCode())
            && row.kind() == other.kind()
            && row.population().equals(other.population())
            && row.sex().overlaps(other.sex())) {
          find(
              "intervals.csv",
              row.itemCode(),
              "overlap",
              "two intervals of one kind hold for one person");
        }
      }
    }
  }

  private void thresholds() {
    List<Threshold> rows = pack.thresholds();
    for (String name : REQUIRED_THRESHOLDS) {
      for (SexLimit sex : List.of(SexLimit.FEMALE, SexLimit.MALE)) {
        if (pack.threshold(name, sex).isEmpty()) {
          find("thresholds.csv", name, "missing", "no value for " + sex);
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Threshold row = rows.get(i);
      boolean twice =
          rows.subList(0, i).stream()
              .anyMatch(o -> o.name().equals(row.name()) && o.sex().overlaps(row.sex()));
      if (twice) {
        find("thresholds.csv", row.name(), "overlap", "two values hold for one person");
      }
    }
  }

  private void criticalLimits() {
    Set<String> seen = new HashSet<>();
    for (CriticalLimit row : pack.criticalLimits()) {
      unit("critical-values.csv", row.itemCode(), row.unit());
      bounds("critical-values.csv", row.itemCode(), row.low(), row.high());
      if (!seen.add(row.itemCode() + " " + row.population())) {
        find("critical-values.csv", row.itemCode(), "overlap", "two rows for one population");
      }
    }
    if (pack.criticalLimits().isEmpty()) {
      find("critical-values.csv", "all", "missing", "a pack without critical values is not safe");
    }
  }

  private void releaseRules() {
    Set<String> categories = new HashSet<>();
    ItemCatalogue.standard().items().forEach(item -> categories.add(item.category()));
    for (ReleaseRule row : pack.releaseRules()) {
      boolean known =
          switch (row.kind()) {
            case CATEGORY -> categories.contains(row.match());
            case ITEM -> ItemCatalogue.standard().byCode(row.match()).isPresent();
            case CRITICAL -> row.match().equals("critical");
            case CHANNEL -> row.match().equals("MEDICAL");
          };
      if (!known) {
        find("release-rules.csv", row.rule(), "unknown match", row.match());
      }
      if (row.heldDays() < 0) {
        find("release-rules.csv", row.rule(), "held days", "below zero");
      }
    }
  }

  private void consent() {
    for (ConsentPurpose row : pack.consentPurposes()) {
      if (FORBIDDEN_PURPOSES.contains(row.purpose())) {
        find(
            "consent-purposes.csv",
            row.purpose(),
            "forbidden purpose",
            "there is no code path for it");
      }
      if (!Set.of("R", "S", "L", "N").contains(row.rule())) {
        find(
            "consent-purposes.csv",
            row.purpose() + " " + row.category(),
            "unknown rule",
            row.rule());
      }
    }
  }

  private void channels() {
    Set<String> seen = new HashSet<>();
    for (ChannelPolicy row : pack.channelPolicies()) {
      if (!seen.add(row.findingId())) {
        find("channel-policy.csv", row.findingId(), "overlap", "two rows for one finding");
      }
    }
  }

  private void models() {
    Set<String> seen = new HashSet<>();
    for (ServedModel row : pack.models()) {
      if (!knownModels.contains(row.model())) {
        find("models.csv", row.model(), "unknown model", "the service has no such model");
      }
      if (!seen.add(row.model())) {
        find("models.csv", row.model(), "overlap", "two rows for one model");
      }
    }
  }

  private void unit(String file, String code, String unit) {
    Optional<Item> item = ItemCatalogue.standard().byCode(code);
    if (item.isEmpty()) {
      find(file, code, "unknown item", "not in the catalogue");
    } else if (!unit.equals(item.get().ucum())) {
      find(file, code, "unit", unit + " in place of " + item.get().ucum());
    }
  }

  private void bounds(
      String file, String code, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    if (low == null && high == null) {
      find(file, code, "bounds", "neither end is given");
    } else if (low != null && high != null && low.compareTo(high) >= 0) {
      find(file, code, "bounds", "the lower end is not below the upper one");
    }
  }

  private void find(String file, String place, String rule, String detail) {
    findings.add(new PackFinding(file, place, rule, detail));
  }
}
