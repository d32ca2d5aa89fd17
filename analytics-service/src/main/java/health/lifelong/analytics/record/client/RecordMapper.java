package health.lifelong.analytics.record.client;

import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Sex;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the contract's record into the one analytics reads. What the contract leaves unspecified
 * stays unknown.
 */
public final class RecordMapper {
  private static final Set<String> EXTREMES = Set.of("minimum", "maximum");

  private RecordMapper() {}

  /** Maps a whole record. */
  public static PersonRecord record(GetRecordResponse response) {
    List<GenomeHead> genomes =
        response.getGenomesList().stream()
            .sorted(
                Comparator.comparingLong((GenomeView view) -> view.getReceivedTime().getSeconds())
                    .thenComparing(GenomeView::getGenomeId)
                    .reversed())
            .map(RecordMapper::genome)
            .toList();
    return new PersonRecord(
        response.getPerson().getPersonId(),
        sex(response.getPerson().getSexAtBirth()),
        BirthDate.parse(response.getPerson().getBirthDate()),
        response.getRevision(),
        response.getCheckupsList().stream().map(VisitMapper::visit).toList(),
        genomes,
        response.getLifestyleDaysList().stream()
            .map(RecordMapper::day)
            .flatMap(Optional::stream)
            .toList(),
        withheld(response));
  }

  private static @Nullable Sex sex(SexAtBirth sex) {
    return switch (sex) {
      case SEX_AT_BIRTH_FEMALE -> Sex.FEMALE;
      case SEX_AT_BIRTH_MALE -> Sex.MALE;
      case SEX_AT_BIRTH_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static GenomeHead genome(GenomeView view) {
    return new GenomeHead(
        view.getGenomeId(),
        view.getGenome().getSourceKey(),
        view.getGenome().getBuild(),
        view.getGenome().getTechnology(),
        view.getGenome().getVariants(),
        view.getGenome().getNoCalls(),
        view.getInQuestion());
  }

  /**
   * A day without a readable number says nothing and is left out; the record's owner shows it as
   * sent. A day's extremes are not what is typical of it, and no model reads them.
   */
  private static Optional<LifestyleDay> day(health.lifelong.profile.v1.LifestyleDay day) {
    BigDecimal value = Decimals.parse(day.getValue().getValue());
    LocalDate date = Decimals.day(day.getLocalDay());
    boolean extreme = EXTREMES.contains(day.getStatistic());
    return value == null || date == null || extreme
        ? Optional.empty()
        : Optional.of(
            new LifestyleDay(
                date, day.getSignal(), value, day.getValue().getUnit(), day.getSource()));
  }

  /** The categories that consent does not open, each with its reason. */
  public static Map<DataCategory, String> withheld(GetRecordResponse response) {
    Map<DataCategory, String> withheld = new EnumMap<>(DataCategory.class);
    for (Withheld one : response.getWithheldList()) {
      DataCategory category = category(one.getCategory());
      if (category != null) {
        withheld.put(category, one.getReason());
      }
    }
    return withheld;
  }

  private static @Nullable DataCategory category(Category category) {
    return switch (category) {
      case CATEGORY_IDENTITY -> DataCategory.IDENTITY;
      case CATEGORY_CHECKUP -> DataCategory.CHECKUP;
      case CATEGORY_GENETIC_REPORT -> DataCategory.GENETIC_REPORT;
      case CATEGORY_GENETIC_RAW -> DataCategory.GENETIC_RAW;
      case CATEGORY_LIFESTYLE -> DataCategory.LIFESTYLE;
      case CATEGORY_SPECIAL -> DataCategory.SPECIAL;
      case CATEGORY_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }
}
