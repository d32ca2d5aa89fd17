package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import java.util.stream.Collectors;

/** A model card as a page of Markdown: the same card, the same bytes. */
public final class CardMarkdown {
  private CardMarkdown() {}

  /** The page, ending in one line feed. */
  public static String of(ModelCard card) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(card.titleEn()).append(" · ").append(card.titleKo()).append("\n\n");
    page.append(
        """
        | | |
        |---|---|
        | id | `%s` |
        | version | %s |
        | state | %s |
        | purpose | %s |
        | population | %s |
        | licence | %s |
        | regulatory class assumed | %s |
        | refuses in | %s |

        """
            .formatted(
                card.id(),
                card.version(),
                card.state(),
                card.purpose(),
                card.population(),
                card.licence(),
                card.regulatoryClass(),
                exclusions(card)));
    if (!card.inputs().isEmpty()) {
      page.append("## Inputs\n\n| input | unit | range served | what |\n|---|---|---|---|\n");
      for (ModelInput input : card.inputs()) {
        row(page, "`" + input.name() + "`", input.unit(), input.range(), input.label());
      }
      page.append('\n');
    }
    if (!card.outputs().isEmpty()) {
      page.append("## Outputs\n\n| output | unit | what |\n|---|---|---|\n");
      for (ModelOutput output : card.outputs()) {
        row(page, "`" + output.name() + "`", output.unit(), output.meaning());
      }
      page.append('\n');
    }
    page.append("## Formula\n\n```\n").append(card.formula().strip()).append("\n```\n\n");
    if (!card.sources().isEmpty()) {
      page.append("## Sources\n\n");
    }
    for (ModelCard.Source source : card.sources()) {
      page.append("- ").append(source.citation());
      page.append(source.doi() == null ? "" : ", doi " + source.doi()).append('\n');
    }
    page.append(card.sources().isEmpty() ? "" : "\n").append("## Limits\n\n");
    card.limits().forEach(limit -> page.append("- ").append(limit).append('\n'));
    return page.toString();
  }

  private static String exclusions(ModelCard card) {
    return card.excludes().isEmpty()
        ? "none"
        : card.excludes().stream().map(Exclusion::name).collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
