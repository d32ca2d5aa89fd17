package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Weights;
import health.lifelong.vocabulary.CsvTable;
import java.util.HashMap;
import java.util.Map;

/** The parameters of matching that ship with the service. */
public final class StandardWeights {
  private static final String VERSION = "version";

  private StandardWeights() {}

  /** Reads {@code identity-matching.csv}. */
  public static Weights read() {
    Map<String, Double> values = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.resource(StandardWeights.class, "/identity-matching.csv").rows()) {
      values.put(row.require("name"), Double.valueOf(row.require("value")));
    }
    Double version = values.remove(VERSION);
    if (version == null) {
      throw new IllegalStateException("identity-matching.csv has no version");
    }
    return new Weights(version.intValue(), values);
  }
}
