package health.lifelong.ingestion.record.domain;

/** A questionnaire response, report or attachment, kept beside the values in the sender's words. */
public record Document(
    String kind, Coding code, String title, String text, String sourceKey, String position) {}
