package health.lifelong.analytics.population.domain;

/** A band of age in completed years. */
public enum AgeBand {
  UNDER_30("under 30", 0),
  FROM_30("30-39", 30),
  FROM_40("40-49", 40),
  FROM_50("50-59", 50),
  FROM_60("60-69", 60),
  FROM_70("70-79", 70),
  FROM_80("80 and over", 80);

  private final String label;
  private final int from;

  AgeBand(String label, int from) {
    this.label = label;
    this.from = from;
  }

  /** As a report prints it, for example {@code 30-39}. */
  public String label() {
    return label;
  }

  /** The band of this age in years. */
  public static AgeBand of(double age) {
    AgeBand band = UNDER_30;
    for (AgeBand next : values()) {
      if (age >= next.from) {
        band = next;
      }
    }
    return band;
  }
}
