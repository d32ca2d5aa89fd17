package health.lifelong.analytics.kidney.domain;

/** KDIGO category of an unrounded eGFR in mL/min/1.73 m2. */
public enum GfrCategory {
  G1("G1"),
  G2("G2"),
  G3A("G3a"),
  G3B("G3b"),
  G4("G4"),
  G5("G5");

  private final String label;

  GfrCategory(String label) {
    this.label = label;
  }

  /** As KDIGO writes it, for example {@code G3a}. */
  public String label() {
    return label;
  }

  /** The category of this eGFR. */
  public static GfrCategory of(double egfr) {
    if (egfr >= 90) {
      return G1;
    }
    if (egfr >= 60) {
      return G2;
    }
    if (egfr >= 45) {
      return G3A;
    }
    if (egfr >= 30) {
      return G3B;
    }
    return egfr >= 15 ? G4 : G5;
  }
}
