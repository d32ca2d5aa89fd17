package health.lifelong.analytics.pack.domain;

import java.util.Set;

/**
 * The sentences that the engine says. Every pack has each of them in each of its languages, and may
 * use the places named here. Families with open ends ({@code item.GLU_F}, {@code statutory.A}) are
 * checked by their own rules.
 */
public enum Message {
  NOTICE_CRITICAL("notice.critical"),
  NOTICE_CALL_NAME("notice.call_name"),
  NOTICE_SUPPORT("notice.support"),
  NOTICE_SUPPORT_NAME("notice.support_name"),
  SETPOINT_FIRST("setpoint.first", "item"),
  SETPOINT_FIRST_HIGH("setpoint.first_high", "item"),
  SETPOINT_FIRST_LOW("setpoint.first_low", "item"),
  SETPOINT_STABLE("setpoint.stable", "item", "count"),
  SETPOINT_STABLE_ONCE("setpoint.stable_once", "item"),
  SETPOINT_CHANCE_UP("setpoint.chance_up", "item"),
  SETPOINT_CHANCE_DOWN("setpoint.chance_down", "item"),
  SETPOINT_CHANGED_UP("setpoint.changed_up", "item"),
  SETPOINT_CHANGED_DOWN("setpoint.changed_down", "item"),
  SETPOINT_CHANGED_UP_INSIDE("setpoint.changed_up_inside", "item"),
  SETPOINT_CHANGED_DOWN_INSIDE("setpoint.changed_down_inside", "item"),
  SETPOINT_CHANGED_UP_OUTSIDE("setpoint.changed_up_outside", "item"),
  SETPOINT_CHANGED_DOWN_OUTSIDE("setpoint.changed_down_outside", "item"),
  SETPOINT_HIGH_STABLE("setpoint.high_stable", "item", "count"),
  SETPOINT_LOW_STABLE("setpoint.low_stable", "item", "count"),
  SETPOINT_LIMIT_STABLE("setpoint.limit_stable", "item", "count"),
  SETPOINT_NO_VARIATION("setpoint.no_variation", "item"),
  KIDNEY_USUAL("kidney.usual", "value", "unit"),
  KIDNEY_LOW("kidney.low", "value", "unit"),
  RISK("risk.heart", "base", "n", "others", "years"),
  RISK_IF("risk.heart_if", "base", "n", "others", "years"),
  LIVER_LOW("liver.low", "index"),
  LIVER_MIDDLE("liver.middle", "index"),
  LIVER_HIGH("liver.high", "index"),
  METABOLIC_YES("metabolic.yes"),
  METABOLIC_NO("metabolic.no"),
  SCREENING_ITEM("screening.item", "item", "word", "meaning"),
  SCREENING_OVERALL("screening.overall", "word", "meaning"),
  CLINICIAN_PHENOAGE("clinician.phenoage", "value", "age"),
  ALDH2_ACTIVE("gene.aldh2.active"),
  ALDH2_REDUCED("gene.aldh2.reduced"),
  ALDH2_INACTIVE("gene.aldh2.inactive"),
  ADH1B_FAST("gene.adh1b.fast"),
  ADH1B_SLOW("gene.adh1b.slow"),
  MEDICINE_DIFFERENT("medicine.different", "gene"),
  MEDICINE_USUAL("medicine.usual", "gene"),
  MEDICINE_SEVERAL("medicine.several", "gene"),
  CLINICIAN_DRUG("clinician.drug", "drug", "gene", "phenotype"),
  STEPS_MORE("activity.steps_more", "steps"),
  STEPS_KEEP("activity.steps_keep", "steps"),
  FUSION_CARRIER_DRINKS("fusion.carrier_drinks"),
  FUSION_CARRIER_ABSTAINS("fusion.carrier_abstains"),
  FUSION_USUAL_DRINKS("fusion.usual_drinks"),
  FUSION_USUAL_ABSTAINS("fusion.usual_abstains"),
  FUSION_UP("fusion.up", "item", "from", "to"),
  FUSION_DOWN("fusion.down", "item", "from", "to"),
  FUSION_SAME("fusion.same", "item", "from", "to"),
  FUSION_CHANCE("fusion.chance", "item", "from", "to"),
  FUSION_ONCE("fusion.once", "item", "to"),
  FUSION_TOGETHER("fusion.together", "item"),
  FUSION_APART("fusion.apart", "item"),
  FUSION_DIRECTION_ONLY("fusion.direction_only", "item"),
  FUSION_CAVEAT("fusion.caveat"),
  REFUSAL_INPUT_MISSING("refusal.INPUT_MISSING", "title"),
  REFUSAL_OUT_OF_RANGE("refusal.OUT_OF_RANGE", "title"),
  REFUSAL_POPULATION("refusal.POPULATION", "title"),
  REFUSAL_CONSENT("refusal.CONSENT", "title"),
  REFUSAL_UNKNOWN_HISTORY("refusal.UNKNOWN_HISTORY", "title"),
  REFUSAL_NOT_RELEASED("refusal.NOT_RELEASED", "title"),
  REFUSAL_COVERAGE("refusal.COVERAGE", "title"),
  REFUSAL_NOT_SERVED("refusal.NOT_SERVED", "title"),
  HELP_MEASURE("help.measure", "what"),
  HELP_ASK("help.ask", "what"),
  HELP_RECENT("help.recent", "what"),
  HELP_CONSENT("help.consent", "what"),
  HELP_PHONE("help.phone"),
  HELP_GENOME("help.genome"),
  HELP_GENOME_SITE("help.genome_site", "what"),
  HELP_REFERENCE_GROUP("help.reference_group"),
  HELP_CLINICIAN("help.clinician"),
  HELP_STEPS("help.steps"),
  HELP_NONE("help.none"),
  VALUE_MISSING("value.missing"),
  VALUE_NOT_DONE("value.not_done"),
  VALUE_UNKNOWN("value.unknown"),
  VALUE_UNMAPPED("value.unmapped"),
  VALUE_ZERO("value.zero"),
  VALUE_YES("value.yes"),
  VALUE_NO("value.no"),
  LIMIT_AGE_ASSUMED("limit.age_assumed"),
  LIMIT_PREGNANCY_UNKNOWN("limit.pregnancy_unknown"),
  LIMIT_STATE_UNKNOWN("limit.state_unknown"),
  LIMIT_UNIT_ASSUMED("limit.unit_assumed"),
  LIMIT_FEW_VISITS("limit.few_visits"),
  LIMIT_ASSOCIATED("limit.associated"),
  LIMIT_PHONE_COUNTS("limit.phone_counts"),
  LIMIT_OTHER_POPULATION("limit.other_population"),
  LIMIT_ONE_GENE("limit.one_gene"),
  LIMIT_POSITIONS_MISSING("limit.positions_missing", "missing", "total"),
  LIMIT_ALCOHOL("limit.alcohol"),
  LIMIT_BOUND("limit.bound"),
  LIMIT_LABORATORY("limit.laboratory"),
  LIMIT_OLD_VALUE("limit.old_value"),
  LIMIT_SERIES_BREAK("limit.series_break", "year");

  private final String id;

  /** Names, each behind a blank. */
  private final String places;

  Message(String id, String... places) {
    this.id = id;
    this.places = String.join(" ", places);
  }

  /** Key in the text files. */
  public String id() {
    return id;
  }

  /** Places that the engine fills; a sentence may leave some out. */
  public Set<String> places() {
    return places.isEmpty() ? Set.of() : Set.of(places.split(" "));
  }
}
