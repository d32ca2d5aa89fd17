package health.lifelong.ingestion.hl7v2.domain;

/** Names a message within its authenticated sender: MSH-3, MSH-4 and MSH-10, as sent. */
public record MessageKey(String application, String facility, String controlId) {}
