package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputMissing.Why;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.Value.Comparator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills a model's declared inputs from a record, by column name. What the record does not say stays
 * absent, with the reason; the models' own conversion factors apply, so nothing is converted here
 * but mg/L of hs-CRP.
 */
final class ModelInputs {
  /** Fasting glucose from which it is impaired, as the fibrosis score means it (ADA). */
  private static final double IMPAIRED_GLUCOSE = 100;

  private static final double CHOLESTEROL_MG_DL_A_MMOL_L = 38.67;

  private final InsightContext context;
  private final int maximumDays;
  private final Inputs.Builder inputs = Inputs.builder();
  private final List<InputUsed> used = new ArrayList<>();
  private final List<InputMissing> missing = new ArrayList<>();
  private final Set<LocalDate> dates = new TreeSet<>();
  private boolean held;
  private boolean unitAssumed;
  private boolean halved;

  private ModelInputs(InsightContext context, ServedModel served) {
    this.context = context;
    this.maximumDays = served.maximumAgeDays();
  }

  /**
   * What a model gets.
   *
   * @param held true where a value exists that nobody may be told of yet; its name is in no list
   * @param halved a value below the limit of the test was halved
   */
  record Bound(
      Inputs inputs,
      List<InputUsed> used,
      List<InputMissing> missing,
      Set<LocalDate> dates,
      boolean held,
      boolean unitAssumed,
      boolean halved) {}

  /** Fills the named inputs of a model. */
  static Bound bind(InsightContext context, ServedModel served, Collection<ModelInput> declared) {
    ModelInputs binding = new ModelInputs(context, served);
    declared.forEach(binding::fill);
    return new Bound(
        binding.inputs.build(),
        List.copyOf(binding.used),
        List.copyOf(binding.missing),
        binding.dates,
        binding.held,
        binding.unitAssumed,
        binding.halved);
  }

  private void fill(ModelInput input) {
    String name = input.name();
    String item = InputSources.item(name);
    Concept concept = InputSources.concept(name);
    if (item != null) {
      item(name, item);
    } else if (concept != null) {
      concept(name, concept);
    } else {
      special(name);
    }
  }

  private void special(String name) {
    switch (name) {
      case "sex" -> sex();
      case "age_years" -> age();
      case "current_smoker" -> smoking(name);
      case "bmi_kg_m2" -> bmi(name);
      case "egfr_ml_min_173" -> egfr(name);
      case "crp_mg_dl" -> crp(name);
      case "total_chol_mmol_l" -> cholesterol(name, "TC");
      case "hdl_c_mmol_l" -> cholesterol(name, "HDL");
      case "fev1_ml" -> litres(name, "FEV1");
      case "ifg_or_diabetes" -> impairedGlucose(name);
      default -> missing(context.inputName(name), Why.UNKNOWN);
    }
  }

  private void sex() {
    Sex sex = context.sex();
    inputs.sex(sex);
    if (sex == null) {
      missing(context.inputName("sex"), Why.UNKNOWN);
    } else {
      used.add(new InputUsed(context.inputName("sex"), sex.name(), "", null, ""));
    }
  }

  private void age() {
    OptionalInt age = context.ageOn(context.checkupDay());
    if (age.isEmpty()) {
      missing(context.inputName("age_years"), Why.UNKNOWN);
      return;
    }
    inputs.number("age_years", (double) age.getAsInt());
    boolean exact = context.record().birth() != null && context.record().birth().exact();
    used.add(
        new InputUsed(
            context.inputName("age_years"),
            Integer.toString(age.getAsInt()),
            "a",
            context.checkupDay(),
            exact ? "" : context.texts().say(Message.LIMIT_AGE_ASSUMED)));
  }

  private void item(String name, String code) {
    Reading reading = exact(code);
    if (reading != null) {
      inputs.number(name, reading.value());
      use(reading, "");
    }
  }

  /** The newest value itself; a mere bound is unknown. Notes what is missing. */
  private @Nullable Reading exact(String code) {
    Reading reading = find(code);
    if (reading != null && reading.comparator() != Comparator.EQUAL) {
      missing(context.itemName(code), Why.UNKNOWN);
      return null;
    }
    return reading;
  }

  private @Nullable Reading find(String code) {
    return switch (context.history().latest(code, context.checkupDay(), maximumDays)) {
      case Latest.Found(Reading reading) -> reading;
      case Latest.None(Latest.Why why) -> {
        if (why == Latest.Why.WITHHELD) {
          held = true;
        } else {
          missing(context.itemName(code), Why.valueOf(why.name()));
        }
        yield null;
      }
    };
  }

  private boolean has(String code) {
    return context.history().latest(code, context.checkupDay(), maximumDays)
        instanceof Latest.Found;
  }

  private void bmi(String name) {
    if (has("BMI") || !has("WEIGHT") || !has("HEIGHT")) {
      item(name, "BMI");
      return;
    }
    Reading weight = Objects.requireNonNull(find("WEIGHT"));
    Reading height = Objects.requireNonNull(find("HEIGHT"));
    double metres = height.value() / 100;
    inputs.number(name, weight.value() / (metres * metres));
    use(weight, "kg / m2");
    use(height, "kg / m2");
  }

  /**
   * PREVENT was made with CKD-EPI 2021, so creatinine is preferred to a filtration rate of unknown
   * equation.
   */
  private void egfr(String name) {
    OptionalInt age = context.ageOn(context.checkupDay());
    Sex sex = context.sex();
    Reading creatinine = exact("CREAT");
    if (creatinine != null && age.isPresent() && sex != null) {
      inputs.number(name, CkdEpi.egfr2021(sex, age.getAsInt(), creatinine.value()));
      use(creatinine, "CKD-EPI 2021");
    }
  }

  /** The conversion of the SCORE2 papers (clinical-models section 0). */
  private void cholesterol(String name, String code) {
    Reading reading = exact(code);
    if (reading != null) {
      inputs.number(name, reading.value() / CHOLESTEROL_MG_DL_A_MMOL_L);
      use(reading, "/ 38.67");
    }
  }

  private void litres(String name, String code) {
    Reading reading = exact(code);
    if (reading != null) {
      inputs.number(name, 1000 * reading.value());
      use(reading, "x 1000");
    }
  }

  private void crp(String name) {
    boolean sensitive = has("HSCRP");
    Reading reading = find(sensitive ? "HSCRP" : "CRP");
    if (reading == null) {
      return;
    }
    double mgDl = sensitive ? reading.value() / 10 : reading.value();
    boolean below =
        reading.comparator() == Comparator.LESS || reading.comparator() == Comparator.LESS_OR_EQUAL;
    boolean above = !below && reading.comparator() != Comparator.EQUAL;
    if (above) {
      missing(context.itemName(reading.itemCode()), Why.UNKNOWN);
      return;
    }
    halved |= below;
    inputs.number(name, below ? mgDl / 2 : mgDl);
    use(reading, (sensitive ? "mg/L / 10" : "") + (below ? " / 2" : ""));
  }

  private void impairedGlucose(String name) {
    Answer diabetes = context.concepts().on(Concept.DIABETES, context.checkupDay());
    if (diabetes instanceof Answer.Yes yes) {
      inputs.flag(name, true);
      answered(name, true, yes.since(), yes.basis());
      return;
    }
    Reading glucose = exact("GLU_F");
    if (glucose != null && glucose.value() >= IMPAIRED_GLUCOSE) {
      inputs.flag(name, true);
      use(glucose, ">= 100 mg/dL");
      return;
    }
    if (glucose != null && diabetes instanceof Answer.No no) {
      inputs.flag(name, false);
      use(glucose, "< 100 mg/dL");
      answered(name, false, no.asked(), no.basis());
      return;
    }
    missing(context.inputName(name), Why.UNKNOWN);
  }

  private void concept(String name, Concept concept) {
    switch (context.concepts().on(concept, context.checkupDay())) {
      case Answer.Yes(LocalDate since, String basis) -> {
        inputs.flag(name, true);
        answered(name, true, since, basis);
      }
      case Answer.No(LocalDate asked, String basis) -> {
        inputs.flag(name, false);
        answered(name, false, asked, basis);
      }
      case Answer.Unknown unknown -> missing(context.inputName(name), Why.UNKNOWN);
    }
  }

  private void smoking(String name) {
    switch (context.questionnaire().smoking(context.checkupDay(), maximumDays)) {
      case Smoking.Told(Smoking.Status status, LocalDate date) -> {
        boolean smokes = status == Smoking.Status.CURRENT;
        inputs.flag(name, smokes);
        answered(name, smokes, date, status.name().toLowerCase(Locale.ROOT));
      }
      case Smoking.Unknown unknown -> missing(context.inputName(name), Why.UNKNOWN);
    }
  }

  private void answered(String name, boolean yes, LocalDate date, String basis) {
    String word = context.texts().say(yes ? Message.VALUE_YES : Message.VALUE_NO);
    used.add(new InputUsed(context.inputName(name), word, "", date, basis));
  }

  private void use(Reading reading, String note) {
    dates.add(reading.date());
    unitAssumed |= reading.unitAssumed();
    used.add(
        new InputUsed(
            context.itemName(reading.itemCode()),
            reading.text(),
            reading.unit(),
            reading.date(),
            note.strip()));
  }

  private void missing(String name, Why why) {
    missing.add(new InputMissing(name, why));
  }
}
