package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.history.algorithm.Concepts;
import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.algorithm.Questionnaire;
import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.SexLimit;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Sex;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the models of one call read: one record at one revision, one pack, one language.
 *
 * @param asOf the day the insights are of
 * @param checkupDay the last checkup up to that day, or {@code asOf} where there is none: models of
 *     checkup values are of it
 * @param intervals the pack's intervals by item
 * @param names of items that were looked up already: one report names an item for each value of it
 */
record InsightContext(
    PersonRecord record,
    GeneticAccess genetics,
    RegionPack pack,
    Texts texts,
    LocalDate asOf,
    LocalDate checkupDay,
    History history,
    Concepts concepts,
    Questionnaire questionnaire,
    PhoneDays phone,
    Map<String, List<Interval>> intervals,
    Map<String, String> names,
    Situation situation) {

  static InsightContext of(
      PersonRecord record,
      @Nullable GenomeReport genome,
      RegionPack pack,
      Texts texts,
      LocalDate asOf,
      Set<String> silenced) {
    Concepts concepts = new Concepts(record, pack.required("history.list_days").intValue());
    History history = new History(record, concepts, silenced);
    LocalDate checkupDay =
        history.datedVisits().reversed().stream()
            .map(Visit::date)
            .filter(date -> date != null && !date.isAfter(asOf))
            .findFirst()
            .orElse(asOf);
    return new InsightContext(
        record,
        GeneticAccess.of(record, genome, texts),
        pack,
        texts,
        asOf,
        checkupDay,
        history,
        concepts,
        new Questionnaire(history, pack.required("alcohol.grams_per_drink").doubleValue()),
        PhoneDays.of(record),
        pack.intervals().stream().collect(Collectors.groupingBy(Interval::itemCode)),
        new HashMap<>(),
        situation(concepts, checkupDay));
  }

  /** Completed years on a day; empty where no birth date is known. */
  OptionalInt ageOn(LocalDate day) {
    return record.birth() == null ? OptionalInt.empty() : OptionalInt.of(record.birth().ageOn(day));
  }

  health.lifelong.analytics.model.domain.@Nullable Sex sex() {
    Sex sex = record.sex();
    if (sex == null) {
      return null;
    }
    return switch (sex) {
      case FEMALE -> health.lifelong.analytics.model.domain.Sex.F;
      case MALE -> health.lifelong.analytics.model.domain.Sex.M;
    };
  }

  SexLimit sexLimit() {
    Sex sex = record.sex();
    if (sex == null) {
      return SexLimit.ANY;
    }
    return switch (sex) {
      case FEMALE -> SexLimit.FEMALE;
      case MALE -> SexLimit.MALE;
    };
  }

  /** What the pack says of an item's limits, in its order. */
  List<Interval> intervalsOf(String item) {
    return intervals.getOrDefault(item, List.of());
  }

  /** The name of an item for the person; the catalogue's where the pack has none. */
  String itemName(String code) {
    return names.computeIfAbsent(code, this::nameOf);
  }

  private String nameOf(String code) {
    return texts
        .find("item." + code)
        .orElseGet(
            () ->
                ItemCatalogue.standard()
                    .byCode(code)
                    .map(item -> texts.language().equals("ko") ? item.nameKo() : item.nameEn())
                    .orElse(code));
  }

  /** What a model's input column is called in a question to the person. */
  String inputName(String column) {
    String item = InputSources.item(column);
    if (item != null) {
      return itemName(item);
    }
    return switch (column) {
      case "bmi_kg_m2" -> itemName("BMI");
      case "egfr_ml_min_173" -> itemName("CREAT");
      case "crp_mg_dl" -> itemName("CRP");
      case "total_chol_mmol_l" -> itemName("TC");
      case "hdl_c_mmol_l" -> itemName("HDL");
      case "fev1_ml" -> itemName("FEV1");
      default -> texts.find("input." + column).orElse(column);
    };
  }

  /** The unit of an item as it is stored; empty where it has none. */
  static String unit(String code) {
    return ItemCatalogue.standard().byCode(code).map(Item::ucum).filter(u -> u != null).orElse("");
  }

  private static Situation situation(Concepts concepts, LocalDate day) {
    Situation situation = Situation.unknown();
    situation = known(situation, Exclusion.PREGNANCY, concepts, day, List.of(Concept.PREGNANCY));
    situation = known(situation, Exclusion.DIALYSIS, concepts, day, List.of(Concept.DIALYSIS));
    situation = known(situation, Exclusion.TRANSPLANT, concepts, day, List.of(Concept.TRANSPLANT));
    situation =
        known(situation, Exclusion.CANCER_THERAPY, concepts, day, List.of(Concept.CANCER_THERAPY));
    situation =
        known(situation, Exclusion.HEART_FAILURE, concepts, day, List.of(Concept.HEART_FAILURE));
    situation =
        known(
            situation,
            Exclusion.CHRONIC_KIDNEY_DISEASE,
            concepts,
            day,
            List.of(Concept.CHRONIC_KIDNEY_DISEASE));
    situation =
        known(
            situation,
            Exclusion.FAMILIAL_HYPERCHOLESTEROLAEMIA,
            concepts,
            day,
            List.of(Concept.FAMILIAL_HYPERCHOLESTEROLAEMIA));
    return known(
        situation,
        Exclusion.CARDIOVASCULAR_DISEASE,
        concepts,
        day,
        List.of(Concept.CHD, Concept.STROKE, Concept.PAD));
  }

  /** One "yes" is yes, all "no" is no, and anything else stays unknown. */
  private static Situation known(
      Situation before, Exclusion exclusion, Concepts concepts, LocalDate day, List<Concept> any) {
    List<Answer> answers = any.stream().map(concept -> concepts.on(concept, day)).toList();
    if (answers.stream().anyMatch(Answer.Yes.class::isInstance)) {
      return before.with(exclusion, true);
    }
    return answers.stream().allMatch(Answer.No.class::isInstance)
        ? before.with(exclusion, false)
        : before;
  }
}
