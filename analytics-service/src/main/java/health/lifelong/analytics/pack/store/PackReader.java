package health.lifelong.analytics.pack.store;

import health.lifelong.analytics.anthropometry.domain.BmiBands;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.PackMode;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.vocabulary.CsvTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Turns the files of a pack into a pack. A row that cannot be read is a finding, and the others are
 * still read.
 */
final class PackReader {
  private static final String VARIATION = "/setpoint/biological_variation.csv";

  private static final byte[] NO_INTERVALS =
      "item_code,unit,sex,lower,upper,kind,population,confidence,source\n"
          .getBytes(StandardCharsets.UTF_8);

  private final PackFiles files;
  private final List<PackFinding> findings = new ArrayList<>();

  PackReader(PackFiles files) {
    this.files = files;
  }

  /** Findings made while reading; complete after {@link #read}. */
  List<PackFinding> findings() {
    return List.copyOf(findings);
  }

  RegionPack read() {
    Properties head = properties("pack.properties");
    List<String> locales = list(head, "locales");
    return new RegionPack(
        required(head, "code"),
        required(head, "version"),
        locales,
        mode(required(head, "mode")),
        day(required(head, "thresholds.current_to")),
        required(head, "call.number"),
        required(head, "support.number"),
        rows("intervals.csv", PackRows::interval),
        rows("thresholds.csv", PackRows::threshold),
        setPoints(required(head, "code"), required(head, "version")),
        screening(),
        list(head, "screening.required"),
        list(head, "pharmacogenes"),
        rows("critical-values.csv", PackRows::critical),
        rows("release-rules.csv", PackRows::release),
        rows("consent-purposes.csv", PackRows::consent),
        rows("channel-policy.csv", PackRows::channel),
        rows("models.csv", PackRows::model),
        rows("schedule.csv", PackRows::scheduled).stream().flatMap(Optional::stream).toList(),
        rows("measurement-priority.csv", PackRows::priority),
        RiskFactorRows.joined(rows("risk-factors.csv", RiskFactorRows::row)),
        rows("on-call.csv", PackRows::onCall),
        required(head, "heart_risk.population"),
        texts(locales),
        scores(),
        bmi(),
        required(head, "bmi.scheme"),
        files.hash());
  }

  private PackMode mode(String text) {
    try {
      return PackMode.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      find("pack.properties", "mode", "unreadable", "neither wellness nor clinical");
      // The careful one of the two: it serves neither disease risk nor drug advice.
      return PackMode.WELLNESS;
    }
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      find("pack.properties", "thresholds.current_to", "unreadable", "no ISO date");
      return LocalDate.EPOCH;
    }
  }

  private String required(Properties head, String key) {
    String value = head.getProperty(key);
    if (value == null || value.isBlank()) {
      find("pack.properties", key, "missing", "no value");
      return "";
    }
    return value.strip();
  }

  private Properties properties(String name) {
    Properties properties = new Properties();
    byte[] bytes = files.byName().get(name);
    if (bytes == null) {
      find(name, "all", "missing", "no such file");
      return properties;
    }
    try (InputStreamReader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      find(name, "all", "unreadable", "not a properties file");
    }
    return properties;
  }

  private <T> List<T> rows(String name, Function<CsvTable.Row, T> reading) {
    byte[] bytes = files.byName().get(name);
    if (bytes == null) {
      find(name, "all", "missing", "no such file");
      return List.of();
    }
    List<T> rows = new ArrayList<>();
    try {
      int number = 1;
      for (CsvTable.Row row : CsvTable.read(new ByteArrayInputStream(bytes)).rows()) {
        number++;
        try {
          rows.add(reading.apply(row));
        } catch (IllegalStateException | IllegalArgumentException e) {
          find(
              name,
              "row " + number,
              "unreadable",
              Objects.requireNonNullElse(e.getMessage(), "not a row of this table"));
        }
      }
    } catch (IOException e) {
      find(name, "all", "unreadable", "not a table");
    }
    return rows;
  }

  private List<String> list(Properties head, String key) {
    return List.of(required(head, key).split("\\s*,\\s*", -1));
  }

  private SetPointParameters setPoints(String code, String version) {
    byte[] bytes = files.byName().getOrDefault("intervals.csv", NO_INTERVALS);
    try (InputStream variation = SetPointParameters.class.getResourceAsStream(VARIATION)) {
      return SetPointParameters.fromCsv(
          "pack " + code,
          version,
          Objects.requireNonNull(variation, VARIATION),
          new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      find("intervals.csv", "all", "unreadable", "not a table of intervals");
      return SetPointParameters.standard();
    }
  }

  private BmiBands bmi() {
    String name = "bmi-bands.csv";
    byte[] bytes = files.byName().get(name);
    if (bytes == null) {
      find(name, "all", "missing", "no such file");
      return new BmiBands(Map.of());
    }
    try {
      return BmiBands.fromCsv(new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      find(name, "all", "unreadable", "not a table of bands");
      return new BmiBands(Map.of());
    }
  }

  private ScreeningBands screening() {
    String name = "screening-judgement.csv";
    byte[] bytes = files.byName().get(name);
    if (bytes == null) {
      find(name, "all", "missing", "no such file");
      return new ScreeningBands(Map.of(), Map.of(), "");
    }
    try {
      return ScreeningBands.fromCsv(new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      find(name, "all", "unreadable", "not a table of bands");
      return new ScreeningBands(Map.of(), Map.of(), "");
    }
  }

  private Map<String, Texts> texts(List<String> locales) {
    Map<String, Texts> texts = new HashMap<>();
    for (String locale : locales) {
      Map<String, String> messages = new HashMap<>();
      Properties file = properties("texts/" + locale + ".properties");
      file.stringPropertyNames().forEach(key -> messages.put(key, file.getProperty(key)));
      texts.put(locale, new Texts(locale, messages));
    }
    return texts;
  }

  private Map<String, String> scores() {
    Map<String, String> scores = new HashMap<>();
    files
        .byName()
        .forEach(
            (name, bytes) -> {
              if (name.startsWith("scores/") && name.endsWith(".txt")) {
                scores.put(
                    name.substring("scores/".length()), new String(bytes, StandardCharsets.UTF_8));
              }
            });
    return scores;
  }

  private void find(String file, String place, String rule, String detail) {
    findings.add(new PackFinding(file, place, rule, detail));
  }
}
