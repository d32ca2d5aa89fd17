package health.lifelong.analytics.record.domain;

/** A concept in a code system; empty text where a part was not sent. */
public record Coding(String system, String code, String display) {}
