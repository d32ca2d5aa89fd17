package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.measurement.domain.Gap;
import health.lifelong.analytics.measurement.domain.Priority;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.measurement.domain.Wanted.Kind;
import health.lifelong.analytics.metabolic.algorithm.MetabolicSyndrome;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.pack.domain.PackMode;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.plan.domain.Tested.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the served models cannot say for want of a value or an answer. A model that refuses for
 * another reason, or that could say nothing without a value that a clinician holds, has no gap.
 */
final class ModelGaps {
  private static final String SCREENING = "knhs_judgement";

  /** Items behind columns that more than one item can fill. */
  private static final Map<String, String> SPECIAL =
      Map.of("bmi_kg_m2", "BMI", "egfr_ml_min_173", "CREAT", "crp_mg_dl", "HSCRP");

  private final InsightContext context;
  private final Map<String, Model> models;
  private final Levels levels;

  private ModelGaps(InsightContext context, Map<String, Model> models) {
    this.context = context;
    this.models = models;
    this.levels = new Levels(context);
  }

  /** The models by id, with the region's waist where it decides. */
  static Map<String, Model> models(WaistLimits waist) {
    Map<String, Model> models = new HashMap<>();
    ModelCatalogue.standard().models().forEach(m -> models.put(m.card().id().value(), m));
    Model syndrome = new MetabolicSyndrome(waist);
    models.put(syndrome.card().id().value(), syndrome);
    return Map.copyOf(models);
  }

  static List<Gap> of(InsightContext context, Map<String, Model> models) {
    ModelGaps gaps = new ModelGaps(context, models);
    List<Gap> found = new ArrayList<>();
    for (Priority priority : context.pack().priorities()) {
      Optional<ServedModel> served = context.pack().model(priority.model()).filter(gaps::mayServe);
      if (served.isPresent()) {
        found.addAll(gaps.ofModel(served.get(), gaps.worth(priority, served.get())));
      }
    }
    return found;
  }

  private boolean mayServe(ServedModel model) {
    return context.pack().mode() == PackMode.CLINICAL || model.kind() == ServedModel.Kind.DESCRIBE;
  }

  private double worth(Priority priority, ServedModel served) {
    boolean raised =
        priority.raisedBy().stream()
            .anyMatch(
                item ->
                    context.history().latest(item, context.checkupDay(), served.maximumAgeDays())
                            instanceof Latest.Found(Reading reading)
                        && levels.of(item, reading.value()).compareTo(Level.BORDERLINE) >= 0);
    return raised ? priority.weight() * priority.factor() : priority.weight();
  }

  private List<Gap> ofModel(ServedModel served, double worth) {
    if (served.model().equals(SCREENING)) {
      return screening(served, worth);
    }
    Model model = models.get(served.model());
    if (model == null) {
      return List.of();
    }
    Bound bound = ModelInputs.bind(context, served, model.card().inputs());
    if (bound.held()) {
      return List.of();
    }
    // Outputs that miss the same things are one gap: the person gets them together.
    Map<Set<Wanted>, List<String>> outputs = new LinkedHashMap<>();
    for (ModelOutput output : model.card().outputs()) {
      Set<Wanted> missing = missing(model, output, bound);
      if (!missing.isEmpty()) {
        outputs.computeIfAbsent(missing, m -> new ArrayList<>()).add(output.name());
      }
    }
    int all = model.card().outputs().size();
    List<Gap> gaps = new ArrayList<>();
    outputs.forEach(
        (missing, names) ->
            gaps.add(
                new Gap(
                    served.model(), String.join(" ", names), worth * names.size() / all, missing)));
    return gaps;
  }

  private Set<Wanted> missing(Model model, ModelOutput output, Bound bound) {
    if (!(Serving.serve(model, List.of(output.name()), bound.inputs(), context.situation())
        instanceof Refused refused)) {
      return Set.of();
    }
    boolean absent =
        refused.reason() == RefusalReason.INPUT_MISSING
            || refused.reason() == RefusalReason.UNKNOWN_HISTORY;
    Set<Wanted> missing = new LinkedHashSet<>();
    if (absent) {
      refused.inputs().forEach(column -> wanted(column).ifPresent(missing::add));
    }
    return Set.copyOf(missing);
  }

  /** Empty where the value itself is there and only an answer beside it is missing. */
  private Optional<Wanted> wanted(String column) {
    String item = InputSources.item(column);
    if (item != null) {
      return Optional.of(new Wanted(Kind.MEASUREMENT, item));
    }
    String special = SPECIAL.get(column);
    if (special == null) {
      return Optional.of(new Wanted(Kind.QUESTION, column));
    }
    boolean there =
        context.history().latest(special, context.checkupDay(), Integer.MAX_VALUE)
                instanceof Latest.Found
            && column.equals("egfr_ml_min_173")
            && (context.sex() == null || context.record().birth() == null);
    return there ? Optional.empty() : Optional.of(new Wanted(Kind.MEASUREMENT, special));
  }

  /** The statutory judgement as a whole needs each of its due lines. */
  private List<Gap> screening(ServedModel served, double worth) {
    Map<String, TreeSet<String>> items = new TreeMap<>();
    context
        .pack()
        .screening()
        .codes()
        .forEach((item, line) -> items.computeIfAbsent(line, l -> new TreeSet<>()).add(item));
    Set<Wanted> missing = new LinkedHashSet<>();
    for (String line : context.pack().screeningRequired()) {
      List<String> names = List.copyOf(items.getOrDefault(line, new TreeSet<>()));
      LineValues values = LineValues.of(context, served, names);
      if (values.held()) {
        return List.of();
      }
      if (values.used().isEmpty()) {
        names.forEach(item -> missing.add(new Wanted(Kind.MEASUREMENT, item)));
      }
    }
    return missing.isEmpty()
        ? List.of()
        : List.of(new Gap(served.model(), "overall", worth, missing));
  }
}
