package health.lifelong.analytics.insight.grpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import java.util.List;
import java.util.Locale;

/** A model card as JSON: the one form, shown by the service and by the command line. */
public final class CardJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CardJson() {}

  /** The card, in the order of its parts. */
  public static String of(ModelCard card) {
    ObjectNode json = NODES.objectNode();
    json.put("model", card.id().value());
    json.put("version", card.version());
    json.put("title_ko", card.titleKo());
    json.put("title_en", card.titleEn());
    json.put("state", card.state().name().toLowerCase(Locale.ROOT));
    json.put("purpose", card.purpose());
    json.put("population", card.population());
    json.set("inputs", inputs(card.inputs()));
    json.set("outputs", outputs(card.outputs()));
    json.put("formula", card.formula());
    json.set("sources", sources(card.sources()));
    json.set("limits", texts(card.limits()));
    json.set("excludes", texts(card.excludes().stream().sorted().map(Enum::name).toList()));
    json.put("licence", card.licence());
    json.put("regulatory_class", card.regulatoryClass());
    return json.toString();
  }

  private static ArrayNode inputs(List<ModelInput> inputs) {
    ArrayNode array = NODES.arrayNode();
    for (ModelInput input : inputs) {
      ObjectNode node = array.addObject();
      node.put("name", input.name());
      node.put("kind", input.kind().name().toLowerCase(Locale.ROOT));
      node.put("unit", input.unit());
      node.put("range", input.range());
      node.put("label", input.label());
    }
    return array;
  }

  private static ArrayNode outputs(List<ModelOutput> outputs) {
    ArrayNode array = NODES.arrayNode();
    for (ModelOutput output : outputs) {
      ObjectNode node = array.addObject();
      node.put("name", output.name());
      node.put("unit", output.unit());
      node.put("meaning", output.meaning());
      node.set("needs", texts(output.needs()));
      node.set("reads", texts(output.reads()));
    }
    return array;
  }

  private static ArrayNode sources(List<ModelCard.Source> sources) {
    ArrayNode array = NODES.arrayNode();
    for (ModelCard.Source source : sources) {
      ObjectNode node = array.addObject();
      node.put("citation", source.citation());
      node.put("doi", source.doi());
    }
    return array;
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
