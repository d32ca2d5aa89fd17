package health.lifelong.profile.record.domain;

import java.util.UUID;

/** A questionnaire response, report or attachment, kept beside the values in the sender's words. */
public record Document(
    UUID key,
    String kind,
    Coding code,
    String title,
    String text,
    String sourceKey,
    String position) {}
