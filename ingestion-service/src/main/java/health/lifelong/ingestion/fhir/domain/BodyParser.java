package health.lifelong.ingestion.fhir.domain;

/** Makes a tree of a body's bytes; total: every input gives a tree or a refusal. */
@FunctionalInterface
public interface BodyParser {
  ParsedBody parse(byte[] body);
}
