package health.lifelong.analytics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard.State;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models of the catalogue: a person whom each one serves, and one change that it refuses. */
class ModelRefusalTest {
  private static final String PEOPLE = "/refusals/people.csv";

  /**
   * A refusal to expect.
   *
   * @param change inputs and states by name; an empty value takes the input away
   * @param refusal reason, and in brackets what is blamed
   */
  record Case(String model, String output, String change, String refusal) {}

  /** Every case of the table. */
  static List<Case> cases() {
    return CsvTable.resource(ModelRefusalTest.class, "/refusals/models.csv").rows().stream()
        .map(
            row ->
                new Case(
                    row.require("model"),
                    row.require("output"),
                    Optional.ofNullable(row.get("change")).orElse(""),
                    row.require("refusal")))
        .toList();
  }

  /** Those that a row can show: no column tells a state, and what is not defined is left empty. */
  static List<Case> casesOfColumns() {
    return cases().stream()
        .filter(one -> one.change().equals(one.change().toLowerCase(Locale.ROOT)))
        .filter(one -> !one.refusal().equals("OUT_OF_RANGE()"))
        .toList();
  }

  static List<String> people() {
    return CsvTable.resource(ModelRefusalTest.class, PEOPLE).rows().stream()
        .map(row -> row.require("model"))
        .toList();
  }

  /** Models of the catalogue whose numbers a person may see. */
  static List<String> servable() {
    return ModelCatalogue.standard().models().stream()
        .filter(model -> model.card().state() == State.SERVED)
        .map(model -> model.card().id().value())
        .toList();
  }

  static Stream<Model> evaluatedOnly() {
    return ModelCatalogue.standard().models().stream()
        .filter(model -> model.card().state() == State.EVALUATE_ONLY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void thePersonOfTheCasesIsServed(String model) {
    ModelResult result = serve(model, person(model).require("outputs"), "");
    assertThat(result).isInstanceOf(Computed.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theChangeIsRefusedWithItsReason(Case one) {
    ModelResult result = serve(one.model(), one.output(), one.change());
    assertThat(result).isInstanceOf(Refused.class);
    Refused refused = (Refused) result;
    assertThat(refused.reason() + "(" + String.join(" ", refused.inputs()) + ")")
        .isEqualTo(one.refusal());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesOfColumns")
  void theEvaluationListsTheSameReason(Case one) {
    Model model = ModelCatalogue.standard().byId(one.model()).orElseThrow();
    Map<String, String> cells = new HashMap<>(pairs(person(one.model()).require("inputs")));
    cells.putAll(pairs(one.change()));
    String listed = RowEvaluation.evaluate(model, cells).getOrDefault("not_for_use", "");
    assertThat(listed.split(";", -1))
        .contains(one.output() + ":" + one.refusal().replace("()", ""));
  }

  @ParameterizedTest
  @MethodSource("evaluatedOnly")
  void whatIsEvaluatedOnlyIsListedOnEveryRowOfItsVectors(Model model) throws IOException {
    String id = model.card().id().value();
    try (InputStream in = Files.newInputStream(SharedData.path("data/clinical/" + id + ".csv"))) {
      for (CsvTable.Row row : CsvTable.read(in).rows()) {
        Map<String, String> cells = new HashMap<>();
        model.inputColumns().forEach(name -> put(cells, name, row.get(name)));
        String listed = RowEvaluation.evaluate(model, cells).getOrDefault("not_for_use", "");
        assertThat(List.of(listed.split(";", -1)))
            .as(row.get("case_id"))
            .hasSameSizeAs(model.outputColumns());
        ModelResult result =
            Serving.serve(model, Inputs.parse(model.card().inputs(), cells), Situation.unknown());
        assertThat(result).isInstanceOf(Refused.class);
      }
    }
  }

  private static ModelResult serve(String id, String output, String change) {
    Model model = ModelCatalogue.standard().byId(id).orElseThrow();
    Map<String, String> cells = new HashMap<>(pairs(person(id).require("inputs")));
    Situation situation = Situation.unknown();
    for (Map.Entry<String, String> one : pairs(change).entrySet()) {
      if (one.getKey().equals(one.getKey().toUpperCase(Locale.ROOT))) {
        situation = situation.with(Exclusion.valueOf(one.getKey()), true);
      } else {
        cells.put(one.getKey(), one.getValue());
      }
    }
    assertThat(model.inputColumns()).containsAll(cells.keySet());
    return Serving.serve(
        model, List.of(output), Inputs.parse(model.card().inputs(), cells), situation);
  }

  private static CsvTable.Row person(String model) {
    return CsvTable.resource(ModelRefusalTest.class, PEOPLE).rows().stream()
        .filter(row -> row.require("model").equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String one : text.split(";", -1)) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        pairs.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    return pairs;
  }

  private static void put(Map<String, String> cells, String name, @Nullable String cell) {
    if (cell != null) {
      cells.put(name, cell);
    }
  }
}
