package health.lifelong.profile.consent.store;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.app.ConsentPack;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.ConsentText;
import health.lifelong.profile.release.app.Thresholds;
import health.lifelong.profile.release.store.PackConfig;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code consent-texts.csv}, {@code consent-ages.csv} and the words of the texts out of the
 * region pack's folder.
 */
@ApplicationScoped
public class ConsentFiles implements ConsentPack {
  private static final String WORDS = ".properties";

  private final ConsentTerms terms;

  ConsentFiles(PackConfig config, Thresholds thresholds) {
    this.terms =
        new ConsentTerms(
            ages(table(config.path(), "consent-ages.csv")),
            thresholds.of("consent.majority_age").intValueExact(),
            Duration.ofDays(thresholds.of("consent.anew_days").longValueExact()),
            texts(table(config.path(), "consent-texts.csv"), words(config.path())));
  }

  @Override
  public ConsentTerms terms() {
    return terms;
  }

  private static Map<Category, Integer> ages(CsvTable table) {
    Map<Category, Integer> ages = new EnumMap<>(Category.class);
    table
        .rows()
        .forEach(
            row ->
                ages.put(
                    Category.ofCode(row.require("category")),
                    Integer.valueOf(row.require("guardian_below"))));
    return ages;
  }

  private static Map<String, ConsentText> texts(CsvTable table, Map<String, Properties> languages) {
    Map<String, ConsentText> texts = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      // Purposes that this service has no code path for are asked elsewhere.
      purpose(row.require("purpose"))
          .ifPresent(purpose -> texts.put(row.require("text_id"), text(row, purpose, languages)));
    }
    return texts;
  }

  private static Optional<Purpose> purpose(String code) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> purpose.code().equals(code))
        .findFirst();
  }

  private static ConsentText text(
      CsvTable.Row row, Purpose purpose, Map<String, Properties> languages) {
    String id = row.require("text_id");
    Map<String, String> words = new HashMap<>();
    languages.forEach(
        (language, all) ->
            Optional.ofNullable(all.getProperty(id)).ifPresent(text -> words.put(language, text)));
    if (words.isEmpty()) {
      throw new IllegalStateException("consent-texts.csv: " + id + " has no words in texts/");
    }
    Instant from = day(row.require("shown_from"));
    return new ConsentText(
        id,
        purpose,
        from,
        optionalDay(row.get("shown_to")),
        optionalDay(row.get("holds_to")),
        words);
  }

  private static @Nullable Instant optionalDay(@Nullable String date) {
    return date == null || date.isEmpty() ? null : day(date);
  }

  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Map<String, Properties> words(Path pack) {
    Map<String, Properties> languages = new HashMap<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(pack.resolve("texts"), "*" + WORDS)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          words.load(reader);
        }
        languages.put(name.substring(0, name.length() - WORDS.length()), words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable texts", e);
    }
    return languages;
  }

  private static CsvTable table(Path pack, String file) {
    try (InputStream in = Files.newInputStream(pack.resolve(file))) {
      return CsvTable.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable " + file, e);
    }
  }
}
