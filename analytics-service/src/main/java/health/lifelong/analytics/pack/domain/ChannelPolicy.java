package health.lifelong.analytics.pack.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who may be told a genetic finding, by the region's law.
 *
 * @param findingId model and subject, such as {@code alcohol_flush} or {@code pharmacogene}
 * @param minAge below this age nobody is told
 */
public record ChannelPolicy(
    String findingId,
    Channel channel,
    int minAge,
    String consentPurpose,
    boolean needsCertifiedLaboratory,
    boolean needsClinicianRelease,
    @Nullable String textId,
    String validFrom,
    String legalSource) {

  /** The legal channel of a finding. */
  public enum Channel {
    DTC,
    MEDICAL,
    RESEARCH,
    NEVER
  }
}
