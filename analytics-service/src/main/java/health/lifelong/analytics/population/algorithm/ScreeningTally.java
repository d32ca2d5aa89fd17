package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.NotDefined;
import health.lifelong.analytics.model.domain.PlainNumber;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.ClassCount;
import health.lifelong.analytics.population.domain.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the classes of a screened population: the national judgement by item, the number of
 * metabolic criteria met, and the category of kidney filtration. A person without a value is {@code
 * MISSING}, never normal.
 */
public final class ScreeningTally {
  /** The national judgement of one item. */
  static final String JUDGEMENT = "KNHS";

  /** Criteria of the metabolic syndrome that the values alone meet: the file knows no medicine. */
  static final String CRITERIA = "METS_NO_DRUG_DATA";

  /** Category of eGFR with the lower bound of the age group as the age. */
  static final String FILTRATION = "CKD_EPI_2021_AT_LOWER_AGE";

  private static final String MISSING = "MISSING";
  private static final String NO_CLASS = "NO_CLASS";
  private static final String UNREADABLE = "UNREADABLE";

  private static final List<String> MEDICINES =
      List.of("drug_for_high_tg", "drug_for_low_hdl", "drug_for_bp", "drug_for_glucose");

  private record Key(String rule, String item, Sex sex, @Nullable AgeBand band, String category) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::rule)
          .thenComparing(Key::item)
          .thenComparing(Key::sex)
          .thenComparing(Key::band, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Key::category);

  private final List<ScreeningItem> items;
  private final boolean indices;
  private final Model judgement;
  private final Model metabolic;
  private final Model filtration;
  private final Map<Key, Long> counts = new TreeMap<>(ORDER);

  /** For a sample's items; the two indices are counted where the sample tells an age. */
  public ScreeningTally(ModelCatalogue catalogue, Sample sample) {
    items = sample.screeningItems();
    indices = sample instanceof NhisCheckup;
    judgement = catalogue.byId("knhs_judgement").orElseThrow();
    metabolic = catalogue.byId("metabolic_syndrome_kr").orElseThrow();
    filtration = catalogue.byId("ckd_epi").orElseThrow();
  }

  /** Counts one person. */
  public void add(Subject person) {
    for (ScreeningItem item : items) {
      count(person, JUDGEMENT, item.code(), judged(item, person));
    }
    if (indices) {
      count(person, CRITERIA, "COUNT", category(metabolic, "count", withoutMedicines(person)));
      count(
          person,
          FILTRATION,
          "G",
          category(filtration, "g_category_2021", inputs(filtration, person)));
    }
  }

  /** The counts by sex, in the order of rule, item, sex and class. */
  public List<ClassCount> counts() {
    return list(false);
  }

  /** The same by age band, for persons whose age is known. */
  public List<ClassCount> countsByAge() {
    return list(true);
  }

  /** Whether this category says only that there is no class. */
  static boolean isNoClass(String category) {
    return category.equals(MISSING) || category.equals(NO_CLASS) || category.equals(UNREADABLE);
  }

  private List<ClassCount> list(boolean byAge) {
    List<ClassCount> list = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          if ((key.band() != null) == byAge) {
            list.add(
                new ClassCount(
                    key.rule(), key.item(), key.sex(), key.band(), key.category(), count));
          }
        });
    return list;
  }

  private void count(Subject person, String rule, String item, String category) {
    counts.merge(new Key(rule, item, person.sex(), null, category), 1L, Long::sum);
    AgeBand band = person.band();
    if (band != null) {
      counts.merge(new Key(rule, item, person.sex(), band, category), 1L, Long::sum);
    }
  }

  private String judged(ScreeningItem item, Subject person) {
    Map<String, String> cells = new TreeMap<>();
    cells.put("item_code", item.code());
    cells.put("sex", person.sex().name());
    cells.put("value", person.inputs().getOrDefault(item.column(), ""));
    String second = item.second();
    if (second != null) {
      cells.put("value2_dbp", person.inputs().getOrDefault(second, ""));
    }
    String category =
        category(judgement, "judgement", Inputs.parse(judgement.card().inputs(), cells));
    return category.equals(NO_CLASS) && item.unclassedIsA() ? "A" : category;
  }

  private Inputs withoutMedicines(Subject person) {
    Map<String, String> cells = new TreeMap<>(person.inputs());
    MEDICINES.forEach(medicine -> cells.put(medicine, "0"));
    return Inputs.parse(metabolic.card().inputs(), cells);
  }

  private static Inputs inputs(Model model, Subject person) {
    return Inputs.parse(model.card().inputs(), person.inputs());
  }

  private static String category(Model model, String name, Inputs inputs) {
    ModelOutput output = model.card().output(name);
    if (output.needs().stream().anyMatch(inputs::isUnreadable)
        || output.reads().stream().anyMatch(inputs::isUnreadable)) {
      return UNREADABLE;
    }
    if (!output.needs().stream().allMatch(inputs::has)) {
      return MISSING;
    }
    return switch (model.compute(output, inputs)) {
      case OutputValue.Text(String word) -> word;
      case OutputValue.Numeric(double number) -> PlainNumber.of(number);
      case OutputValue.Flag(boolean flag) -> flag ? "YES" : "NO";
      case NoValue none -> none.reason() == RefusalReason.INPUT_MISSING ? MISSING : NO_CLASS;
      case NotDefined none -> NO_CLASS;
    };
  }
}
