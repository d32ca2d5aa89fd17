package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.population.domain.Coverage;
import health.lifelong.analytics.population.domain.Stratum;
import health.lifelong.analytics.population.domain.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For how many persons each served model gives a number, by the same policy that serves a person,
 * and why not for the others. Constant memory.
 */
public final class CoverageTally {
  private static final int MOST_BLAMED = 3;

  /** A model with the words that no sample decides, such as a set of markers. */
  private record Variant(Model model, Map<String, String> choices) {
    String label() {
      return String.join(" ", choices.values());
    }
  }

  /**
   * One output of one variant.
   *
   * @param alike place of the first output of the variant that uses the same inputs
   */
  private record Question(Variant variant, ModelOutput output, int alike) {}

  /** Mutable on purpose: one cell of the tally, of which there are thousands. */
  private static final class Cell {
    private long persons;
    private long given;
    private long conditional;
    private final Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);
    private final Map<String, Long> blamed = new HashMap<>();

    private void count(ModelResult result) {
      persons++;
      switch (result) {
        case ModelResult.Computed computed -> {
          given++;
          conditional += computed.conditions().isEmpty() ? 0 : 1;
        }
        case ModelResult.Refused why -> {
          refused.merge(why.reason(), 1L, Long::sum);
          why.inputs().forEach(name -> blamed.merge(name, 1L, Long::sum));
        }
      }
    }

    private void add(Cell other) {
      persons += other.persons;
      given += other.given;
      conditional += other.conditional;
      other.refused.forEach((reason, count) -> refused.merge(reason, count, Long::sum));
      other.blamed.forEach((name, count) -> blamed.merge(name, count, Long::sum));
    }
  }

  private record Tallied(
      long persons,
      long given,
      long conditional,
      Map<RefusalReason, Long> refused,
      List<String> blamed) {}

  private record Line(String model, String choice, Map<Stratum, Tallied> byStratum) {}

  private final List<Question> questions = new ArrayList<>();

  /** For each group of a sex and an age band, a cell a question; the other strata are sums. */
  private final Map<Stratum, List<Cell>> groups = new HashMap<>();

  /** For every served model that reads one examination of a person. */
  public CoverageTally(ModelCatalogue catalogue) {
    for (Model model : catalogue.models()) {
      for (Variant variant : variants(model)) {
        for (ModelOutput output : model.card().outputs()) {
          questions.add(new Question(variant, output, alike(variant, output)));
        }
      }
    }
  }

  private int alike(Variant variant, ModelOutput output) {
    for (int i = 0; i < questions.size(); i++) {
      Question before = questions.get(i);
      if (before.variant().equals(variant)
          && before.output().needs().equals(output.needs())
          && before.output().reads().equals(output.reads())) {
        return i;
      }
    }
    return questions.size();
  }

  /** Counts one person. */
  public void add(Subject person) {
    List<Cell> cells =
        groups.computeIfAbsent(
            new Stratum(person.sex(), person.band()),
            group -> questions.stream().map(question -> new Cell()).toList());
    ModelResult[] results = new ModelResult[questions.size()];
    boolean[] lacks = new boolean[questions.size()];
    Inputs inputs = null;
    for (int i = 0; i < results.length; i++) {
      Question question = questions.get(i);
      Variant variant = question.variant();
      if (inputs == null || !variant.equals(questions.get(i - 1).variant())) {
        inputs = Formula.inputs(variant.model(), variant.choices(), person.inputs());
      }
      // What lacks an input that it needs is refused before its formula is asked, and so is every
      // output that uses the same inputs.
      boolean settled = question.alike() < i && lacks[question.alike()];
      results[i] =
          settled
              ? results[question.alike()]
              : Serving.serve(
                  variant.model(), List.of(question.output().name()), inputs, person.situation());
      lacks[i] = !question.output().needs().stream().allMatch(inputs::has);
      cells.get(i).count(results[i]);
    }
  }

  /** The coverage by model, choice, group of outputs and stratum, in the models' order. */
  public List<Coverage> coverage() {
    Map<Line, List<String>> outputs = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      Line line =
          new Line(
              question.variant().model().card().id().value(),
              question.variant().label(),
              byStratum(i));
      outputs.computeIfAbsent(line, l -> new ArrayList<>()).add(question.output().name());
    }
    List<Coverage> coverage = new ArrayList<>();
    outputs.forEach(
        (line, names) ->
            line.byStratum()
                .forEach(
                    (stratum, cell) ->
                        coverage.add(
                            new Coverage(
                                line.model(),
                                line.choice(),
                                names,
                                stratum,
                                cell.persons(),
                                cell.given(),
                                cell.conditional(),
                                cell.refused(),
                                cell.blamed()))));
    return coverage;
  }

  private Map<Stratum, Tallied> byStratum(int question) {
    Map<Stratum, Cell> sums = new TreeMap<>();
    groups.forEach(
        (group, cells) -> {
          for (Stratum stratum : Stratum.of(Objects.requireNonNull(group.sex()), group.band())) {
            sums.computeIfAbsent(stratum, s -> new Cell()).add(cells.get(question));
          }
        });
    Map<Stratum, Tallied> tallied = new TreeMap<>();
    sums.forEach((stratum, cell) -> tallied.put(stratum, tallied(cell)));
    return tallied;
  }

  /**
   * A model once for each of its choices. One that asks for a free word reads an item or a series,
   * not a person, and has no coverage here.
   */
  private static List<Variant> variants(Model model) {
    List<Variant> variants = List.of(new Variant(model, Map.of()));
    if (model.card().state() == ModelCard.State.EVALUATE_ONLY) {
      return List.of();
    }
    for (ModelInput input : model.card().inputs()) {
      if (input.kind() != ModelInput.Kind.TEXT || input.name().equals("sex")) {
        continue;
      }
      List<Variant> more = new ArrayList<>();
      for (Variant variant : variants) {
        for (String choice : input.choices()) {
          Map<String, String> choices = new TreeMap<>(variant.choices());
          choices.put(input.name(), choice);
          more.add(new Variant(model, Map.copyOf(choices)));
        }
      }
      variants = more;
    }
    return variants;
  }

  private static Tallied tallied(Cell cell) {
    List<String> blamed =
        cell.blamed.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_BLAMED)
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    return new Tallied(
        cell.persons, cell.given, cell.conditional, Map.copyOf(cell.refused), blamed);
  }
}
