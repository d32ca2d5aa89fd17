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

  private record Question(Variant variant, ModelOutput output) {}

  /** Mutable on purpose: one cell of the tally, of which there are thousands. */
  private static final class Cell {
    private long persons;
    private long given;
    private long conditional;
    private final Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);
    private final Map<String, Long> blamed = new HashMap<>();
  }

  private record Tallied(
      long persons,
      long given,
      long conditional,
      Map<RefusalReason, Long> refused,
      List<String> blamed) {}

  private record Line(String model, String choice, Map<Stratum, Tallied> byStratum) {}

  private final Map<Question, Map<Stratum, Cell>> cells = new LinkedHashMap<>();

  /** For every served model that reads one examination of a person. */
  public CoverageTally(ModelCatalogue catalogue) {
    for (Model model : catalogue.models()) {
      for (Variant variant : variants(model)) {
        for (ModelOutput output : model.card().outputs()) {
          cells.put(new Question(variant, output), new TreeMap<>());
        }
      }
    }
  }

  /** Counts one person. */
  public void add(Subject person) {
    List<Stratum> strata = Stratum.of(person.sex(), person.band());
    Map<Variant, Inputs> inputs = new HashMap<>();
    cells.forEach(
        (question, byStratum) -> {
          Variant variant = question.variant();
          Inputs values =
              inputs.computeIfAbsent(
                  variant, v -> Formula.inputs(v.model(), v.choices(), person.inputs()));
          ModelResult result =
              Serving.serve(
                  variant.model(), List.of(question.output().name()), values, person.situation());
          for (Stratum stratum : strata) {
            count(byStratum.computeIfAbsent(stratum, s -> new Cell()), result);
          }
        });
  }

  /** The coverage by model, choice, group of outputs and stratum, in the models' order. */
  public List<Coverage> coverage() {
    Map<Line, List<String>> outputs = new LinkedHashMap<>();
    cells.forEach(
        (question, byStratum) -> {
          Map<Stratum, Tallied> tallied = new TreeMap<>();
          byStratum.forEach((stratum, cell) -> tallied.put(stratum, tallied(cell)));
          Line line =
              new Line(
                  question.variant().model().card().id().value(),
                  question.variant().label(),
                  tallied);
          outputs.computeIfAbsent(line, l -> new ArrayList<>()).add(question.output().name());
        });
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

  private static void count(Cell cell, ModelResult result) {
    cell.persons++;
    switch (result) {
      case ModelResult.Computed computed -> {
        cell.given++;
        cell.conditional += computed.conditions().isEmpty() ? 0 : 1;
      }
      case ModelResult.Refused refused -> {
        cell.refused.merge(refused.reason(), 1L, Long::sum);
        refused.inputs().forEach(name -> cell.blamed.merge(name, 1L, Long::sum));
      }
    }
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
