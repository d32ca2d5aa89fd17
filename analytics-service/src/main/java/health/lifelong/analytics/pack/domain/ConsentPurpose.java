package health.lifelong.analytics.pack.domain;

/**
 * One cell of the consent matrix.
 *
 * @param purpose P1, P2 ...
 * @param category ID, CHK, GENR, GENX, LIF, SPC
 * @param rule R own consent, S consent and step-up, L by law and recorded, N never
 * @param textId words that are shown
 */
public record ConsentPurpose(String purpose, String category, String rule, String textId) {}
