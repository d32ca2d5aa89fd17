package health.lifelong.gateway.me.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's fused record. Numbers are exact decimal text, units UCUM; what has no value says why.
 *
 * @param withheld categories that consent does not open, with the reason
 * @param someResultsHeld true where a clinician still looks at something; never says at what
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
    Person person,
    long revision,
    List<Checkup> checkups,
    List<Genome> genomes,
    List<Day> lifestyleDays,
    List<Withheld> withheld,
    boolean someResultsHeld) {

  /** Who it is. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Person(
      String personId, String sexAtBirth, String birthDate, String name, String state) {}

  /** One visit. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Checkup(
      String checkupId,
      String centre,
      @Nullable Time time,
      List<Value> observations,
      List<Statement> statements,
      List<String> completeLists,
      List<Document> documents) {}

  /** When: start in UTC, the offset and precision it was given in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Time(
      String start, @Nullable Integer offsetMinutes, String precision, boolean offsetAssumed) {}

  /** One value, mapped or in the sender's words. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Value(
      String item,
      String nameKo,
      String nameEn,
      String category,
      String value,
      String unit,
      String comparator,
      String absent,
      String unmapped,
      String rawCode,
      String rawName,
      String rawValue,
      String rawUnit,
      @Nullable Time time,
      String status,
      @Nullable Boolean implausible,
      String referenceRange) {}

  /** A diagnosis, medicine, allergy, family history or pregnancy statement. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Statement(String kind, List<Code> codes, String text, String status) {}

  /** A code in its system. */
  public record Code(String system, String code, String display) {}

  /** A questionnaire or report kept in words. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Document(String kind, String title, String text) {}

  /**
   * The head of a genome; genotypes never leave the record service this way.
   *
   * @param inQuestion the same calls stand under another person: nothing is said from them until an
   *     operator decided
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Genome(
      String genomeId,
      String centre,
      String build,
      String vendor,
      String technology,
      long variants,
      long noCalls,
      List<String> warnings,
      @Nullable Boolean inQuestion) {}

  /** One local day of one signal. */
  public record Day(
      String day,
      String signal,
      String value,
      String unit,
      String statistic,
      String source,
      int samples,
      int coverageMinutes) {}

  /** A category that consent does not open. */
  public record Withheld(String category, String reason) {}

  public static RecordView of(GetRecordResponse record) {
    return new RecordView(
        new Person(
            record.getPerson().getPersonId(),
            sex(record.getPerson().getSexAtBirth()),
            record.getPerson().getBirthDate(),
            record.getPerson().getName(),
            record.getPerson().getState()),
        record.getRevision(),
        record.getCheckupsList().stream().map(RecordView::checkup).toList(),
        record.getGenomesList().stream().map(RecordView::genome).toList(),
        record.getLifestyleDaysList().stream()
            .map(
                day ->
                    new Day(
                        day.getLocalDay(),
                        day.getSignal(),
                        day.getValue().getValue(),
                        day.getValue().getUnit(),
                        day.getStatistic(),
                        day.getSource(),
                        day.getSamples(),
                        day.getCoverageMinutes()))
            .toList(),
        record.getWithheldList().stream()
            .map(
                withheld ->
                    new Withheld(
                        word(withheld.getCategory().name(), "CATEGORY_"), withheld.getReason()))
            .toList(),
        record.getSomeResultsHeld());
  }

  private static Checkup checkup(CheckupView view) {
    health.lifelong.profile.v1.Checkup checkup = view.getCheckup();
    return new Checkup(
        view.getCheckupId(),
        view.getCentre(),
        checkup.hasEffectiveTime() ? time(checkup.getEffectiveTime()) : null,
        checkup.getObservationsList().stream().map(RecordView::value).toList(),
        checkup.getStatementsList().stream().map(RecordView::statement).toList(),
        checkup.getListsList().stream()
            .filter(list -> list.getComplete())
            .map(list -> word(list.getKind().name(), "KIND_"))
            .toList(),
        checkup.getDocumentsList().stream()
            .map(
                document ->
                    new Document(document.getKind(), document.getTitle(), document.getText()))
            .toList());
  }

  private static Value value(Observation observation) {
    Optional<Item> item = ItemCatalogue.standard().byCode(observation.getItemCode());
    return new Value(
        observation.getItemCode(),
        item.map(Item::nameKo).orElse(""),
        item.map(Item::nameEn).orElse(""),
        item.map(Item::category).orElse(""),
        switch (observation.getValueCase()) {
          case QUANTITY -> observation.getQuantity().getValue();
          case CODED -> coded(observation.getCoded());
          case TEXT -> observation.getText();
          case RANGE -> observation.getRange();
          case VALUE_NOT_SET -> "";
        },
        observation.hasQuantity() ? observation.getQuantity().getUnit() : "",
        observation.hasQuantity() ? comparator(observation) : "",
        observation.getAbsentReason() == AbsentReason.ABSENT_REASON_UNSPECIFIED
            ? ""
            : word(observation.getAbsentReason().name(), "ABSENT_REASON_"),
        observation.getUnmappedReason() == UnmappedReason.UNMAPPED_REASON_UNSPECIFIED
            ? ""
            : word(observation.getUnmappedReason().name(), "UNMAPPED_REASON_"),
        observation.getRawCode().getCode(),
        observation.getRawCode().getDisplay(),
        observation.getRawValue(),
        observation.getRawUnit(),
        observation.hasEffectiveTime() ? time(observation.getEffectiveTime()) : null,
        word(observation.getStatus().name(), "OBSERVATION_STATUS_"),
        observation.getImplausible() ? Boolean.TRUE : null,
        observation.getReferenceRange());
  }

  private static String coded(Coding coding) {
    return coding.getDisplay().isEmpty() ? coding.getCode() : coding.getDisplay();
  }

  private static String comparator(Observation observation) {
    return switch (observation.getQuantity().getComparator()) {
      case COMPARATOR_LESS -> "<";
      case COMPARATOR_LESS_OR_EQUAL -> "<=";
      case COMPARATOR_GREATER_OR_EQUAL -> ">=";
      case COMPARATOR_GREATER -> ">";
      case COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static Statement statement(ClinicalStatement statement) {
    return new Statement(
        word(statement.getKind().name(), "KIND_"),
        statement.getCodesList().stream()
            .map(code -> new Code(code.getSystem(), code.getCode(), code.getDisplay()))
            .toList(),
        statement.getText(),
        statement.getStatus());
  }

  private static Genome genome(GenomeView view) {
    health.lifelong.profile.v1.Genome genome = view.getGenome();
    return new Genome(
        view.getGenomeId(),
        view.getCentre(),
        genome.getBuild(),
        genome.getVendor(),
        genome.getTechnology(),
        genome.getVariants(),
        genome.getNoCalls(),
        genome.getWarningsList(),
        view.getInQuestion() ? true : null);
  }

  private static Time time(EffectiveTime time) {
    return new Time(
        java.time.Instant.EPOCH
            .plus(time.getStartMicros(), java.time.temporal.ChronoUnit.MICROS)
            .toString(),
        time.hasOffsetMinutes() ? time.getOffsetMinutes() : null,
        word(time.getPrecision().name(), "TIME_PRECISION_"),
        time.getOffsetAssumed());
  }

  private static String sex(SexAtBirth sex) {
    return switch (sex) {
      case SEX_AT_BIRTH_FEMALE -> "female";
      case SEX_AT_BIRTH_MALE -> "male";
      case SEX_AT_BIRTH_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String word(String name, String prefix) {
    return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
