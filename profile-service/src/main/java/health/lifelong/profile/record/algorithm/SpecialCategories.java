package health.lifelong.profile.record.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is specially harmful (mental health, sexually transmitted disease, HIV, abuse, abortion) and
 * so of category SPC; all else of a checkup is CHK. What nobody could map may be anything, and is
 * treated as the stricter of the two.
 */
public final class SpecialCategories {
  private static final SpecialCategories STANDARD =
      new SpecialCategories(CsvTable.resource(SpecialCategories.class, "/special-categories.csv"));

  private final List<String> items = new ArrayList<>();
  private final Set<String> ordinaryItems;
  private final List<String> diagnoses = new ArrayList<>();
  private final List<String> medicines = new ArrayList<>();

  private SpecialCategories(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      list(row.require("kind")).add(row.require("prefix"));
    }
    ordinaryItems =
        ItemCatalogue.standard().items().stream()
            .map(Item::code)
            .filter(code -> !starts(items, code))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The table that ships with the service. */
  public static SpecialCategories standard() {
    return STANDARD;
  }

  private List<String> list(String kind) {
    return switch (kind) {
      case "item" -> items;
      case "icd10" -> diagnoses;
      case "atc" -> medicines;
      default -> throw new IllegalStateException("special-categories.csv: no kind " + kind);
    };
  }

  /** The category of a value. */
  public Category of(Observation observation) {
    String item = observation.itemCode();
    return category(item == null || (!ordinaryItems.contains(item) && starts(items, item)));
  }

  /** The category of a statement: a coded one by its codes, one in words only as unclassified. */
  public Category of(Statement statement) {
    List<Coding> codes = statement.codes();
    boolean classified = codes.stream().anyMatch(code -> isDiagnosis(code) || isMedicine(code));
    boolean harmful =
        codes.stream()
            .anyMatch(
                code ->
                    (isDiagnosis(code) && starts(diagnoses, code.code()))
                        || (isMedicine(code) && starts(medicines, code.code())));
    return category(harmful || !classified);
  }

  /** The category of a document: its words are not classified. */
  public Category of(Document document) {
    return Category.SPECIAL;
  }

  private static Category category(boolean special) {
    return special ? Category.SPECIAL : Category.CHECKUP;
  }

  private static boolean starts(List<String> prefixes, String code) {
    String plain = code.replace(".", "").toUpperCase(Locale.ROOT);
    return prefixes.stream().anyMatch(plain::startsWith);
  }

  private static boolean isDiagnosis(Coding code) {
    return names(code, "icd", "kcd", "i10");
  }

  private static boolean isMedicine(Coding code) {
    return names(code, "atc");
  }

  private static boolean names(Coding code, String... words) {
    String system = code.system().toLowerCase(Locale.ROOT);
    return !code.code().isEmpty() && Stream.of(words).anyMatch(system::contains);
  }
}
