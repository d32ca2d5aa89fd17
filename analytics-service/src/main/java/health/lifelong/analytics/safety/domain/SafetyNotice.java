package health.lifelong.analytics.safety.domain;

/**
 * Asks the person to call somebody. It carries no value, score or trend, and not the name of an
 * item.
 */
public record SafetyNotice(String text, String callName, String callNumber) {}
