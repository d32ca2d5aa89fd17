package health.lifelong.ingestion.fhir.domain;

import java.util.List;

/** What a parser made of bytes. */
public sealed interface ParsedBody {

  /**
   * A tree. {@code faults} name texts that no field may hold (control characters, lone surrogates)
   * by JSON pointer, so that one of them costs its entry and not the Bundle.
   */
  record Tree(JsonNode root, List<Refusal> faults) implements ParsedBody {
    public Tree {
      faults = List.copyOf(faults);
    }
  }

  /** No tree. */
  record Refused(Refusal refusal) implements ParsedBody {}
}
