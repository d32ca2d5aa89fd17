package health.lifelong.local.command;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.algorithm.CsvEvaluation;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The models: list, card, and one CSV row in, one out. Runs without a suite. */
public final class ModelsCommand implements Command {
  @Override
  public String usage() {
    return "models list | models card ID | models evaluate ID < in.csv > out.csv";
  }

  @Override
  public String purpose() {
    return "the models, their cards, and their answers to rows of a CSV file";
  }

  /** One line of the list. */
  public record Listed(String id, String version, String title, String state) {}

  @Override
  public int run(Arguments arguments) throws IOException {
    List<String> words = arguments.words();
    ModelCatalogue catalogue = ModelCatalogue.standard();
    if (words.equals(List.of("list"))) {
      for (ModelCard card : catalogue.cards()) {
        System.out.println(
            Http.JSON.writeValueAsString(
                new Listed(
                    card.id().value(),
                    card.version(),
                    card.titleEn(),
                    card.state().name().toLowerCase(Locale.ROOT))));
      }
      return 0;
    }
    if (words.size() != 2) {
      throw new Failure("use: " + usage());
    }
    String id = words.get(1);
    switch (words.getFirst()) {
      case "card" ->
          System.out.println(
              Http.JSON
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(catalogue.card(id).orElseThrow(() -> unknown(id))));
      case "evaluate" ->
          CsvEvaluation.run(
              catalogue.byId(id).orElseThrow(() -> unknown(id)), System.in, System.out);
      default -> throw new Failure("use: " + usage());
    }
    return 0;
  }

  private static Failure unknown(String id) {
    return new Failure("no such model: " + id + " (./lifelong models list names them)");
  }
}
