package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.Coding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CodeableConcept and Coding as canonical codings; the codings of one concept are synonyms. */
final class Concepts {
  private Concepts() {}

  /** The concept's codings that carry a code, in the order sent. */
  static List<Coding> codings(@Nullable JsonObject concept) {
    if (concept == null) {
      return List.of();
    }
    List<Coding> codings = new ArrayList<>(2);
    for (JsonObject coding : concept.objects("coding")) {
      if (coding.text("code") != null) {
        codings.add(coding(coding));
      }
    }
    return codings;
  }

  /** One Coding. */
  static Coding coding(JsonObject coding) {
    return new Coding(
        coding.textOrEmpty("system"), coding.textOrEmpty("code"), coding.textOrEmpty("display"));
  }

  /** Words for people: the concept's text, else its first display, else its first code. */
  static String words(@Nullable JsonObject concept) {
    if (concept == null) {
      return "";
    }
    String text = concept.text("text");
    if (text != null) {
      return text;
    }
    for (JsonObject coding : concept.objects("coding")) {
      String display = coding.text("display");
      if (display != null) {
        return display;
      }
    }
    List<Coding> codings = codings(concept);
    return codings.isEmpty() ? "" : codings.getFirst().code();
  }

  /** The coding that stands for the concept; its text where it has no code. */
  static Coding head(@Nullable JsonObject concept) {
    List<Coding> codings = codings(concept);
    return codings.isEmpty() ? new Coding("", "", words(concept)) : codings.getFirst();
  }

  /** First code of the concept, or empty. */
  static String firstCode(@Nullable JsonObject concept) {
    List<Coding> codings = codings(concept);
    return codings.isEmpty() ? "" : codings.getFirst().code();
  }

  /** Words of several concepts, one a line. */
  static String lines(List<JsonObject> concepts) {
    List<String> words = new ArrayList<>();
    for (JsonObject concept : concepts) {
      String word = words(concept);
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return String.join("\n", words);
  }
}
