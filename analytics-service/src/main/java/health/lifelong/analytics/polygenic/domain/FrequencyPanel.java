package health.lifelong.analytics.polygenic.domain;

import java.util.OptionalDouble;

/** Allele frequencies of a reference panel of the person's ancestry; one sample is no panel. */
public interface FrequencyPanel {
  /** Population and version, kept with the result. */
  String name();

  /**
   * Frequency of an allele, 0 to 1, in the build of the genome; empty where the panel does not know
   * it.
   */
  OptionalDouble frequency(String chromosome, int position, String allele);
}
