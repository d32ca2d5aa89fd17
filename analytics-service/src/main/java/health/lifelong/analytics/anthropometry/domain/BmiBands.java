package health.lifelong.analytics.anthropometry.domain;

import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of body mass index by national or regional scheme, as data of a region pack.
 *
 * @param schemes by scheme the lower bounds with their names, ascending
 */
public record BmiBands(Map<String, List<Band>> schemes) {
  /** From this BMI on, inclusive, the label holds. */
  public record Band(double from, String label) {}

  /** Copies the map. */
  public BmiBands {
    schemes = Map.copyOf(schemes);
  }

  /** Reads a pack's table: columns {@code scheme, from, label}, ascending within a scheme. */
  public static BmiBands fromCsv(InputStream in) throws IOException {
    Map<String, List<Band>> schemes = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.read(in).rows()) {
      List<Band> bands = schemes.computeIfAbsent(row.require("scheme"), s -> new ArrayList<>());
      Band band = new Band(Double.parseDouble(row.require("from")), row.require("label"));
      if (!bands.isEmpty() && band.from() <= bands.getLast().from()) {
        throw new IOException("the bands of a scheme ascend");
      }
      bands.add(band);
    }
    Map<String, List<Band>> copied = new LinkedHashMap<>();
    schemes.forEach((scheme, bands) -> copied.put(scheme, List.copyOf(bands)));
    return new BmiBands(copied);
  }

  /** The label of a BMI in one scheme; empty where the scheme is unknown or starts higher. */
  public Optional<String> label(String scheme, double bmi) {
    return schemes.getOrDefault(scheme, List.of()).stream()
        .filter(band -> bmi >= band.from())
        .reduce((lower, higher) -> higher)
        .map(Band::label);
  }
}
