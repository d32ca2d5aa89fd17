package health.lifelong.gateway.export.rest;

import health.lifelong.common.v1.Coding;
import health.lifelong.gateway.export.rest.CsvRow.Column;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.PersonSummary;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An export as one flat CSV file, a row a thing, so that a person can open, sort and filter it. It
 * begins with a byte order mark: without one, spreadsheet programs set to Korean read it as MS949.
 */
final class CsvFile {
  static final String MEDIA_TYPE = "text/csv;charset=UTF-8";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Export export;

  CsvFile(Export export) {
    this.export = export;
  }

  void write(OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      writer.write(BYTE_ORDER_MARK);
      writer.write(CsvRow.head());
      for (CsvRow row : (Iterable<CsvRow>) rows()::iterator) {
        writer.write(row.line());
      }
    }
  }

  private Stream<CsvRow> rows() {
    return Stream.of(
            Stream.of(person()),
            export.gaps().stream().map(CsvFile::gap),
            export.record().getCheckupsList().stream().flatMap(CsvFile::visit),
            export.record().getLifestyleDaysList().stream().map(CsvFile::day),
            export.record().getGenomesList().stream().map(CsvFile::genome),
            export.consents().stream().map(CsvFile::consent))
        .flatMap(rows -> rows);
  }

  private CsvRow person() {
    PersonSummary person = export.record().getPerson();
    return CsvRow.of("person")
        .with(Column.DATE, person.getBirthDate())
        .with(Column.CODE, export.personId())
        .with(Column.NAME_KO, person.getName())
        .with(Column.VALUE, Export.word(person.getSexAtBirth().name(), "SEX_AT_BIRTH_"))
        .with(Column.STATUS, person.getState())
        .with(Column.NOTE, "date = birth date, value = sex at birth");
  }

  private static CsvRow gap(Export.Gap gap) {
    return CsvRow.of("not_included").with(Column.CODE, gap.code()).with(Column.NOTE, gap.text());
  }

  private static Stream<CsvRow> visit(CheckupView view) {
    Checkup checkup = view.getCheckup();
    Stream<CsvRow> rows =
        Stream.of(
                Stream.of(CsvRow.of("visit").with(Column.DATE, date(checkup))),
                checkup.getObservationsList().stream().map(value -> value(checkup, value)),
                checkup.getStatementsList().stream().map(said -> statement(checkup, said)),
                checkup.getListsList().stream()
                    .map(
                        list ->
                            CsvRow.of("list")
                                .with(Column.DATE, date(checkup))
                                .with(Column.CODE, Export.word(list.getKind().name(), "KIND_"))
                                .with(Column.VALUE, list.getComplete() ? "complete" : "open")),
                checkup.getDocumentsList().stream().map(text -> document(checkup, text)))
            .flatMap(part -> part);
    return rows.map(
        row -> row.with(Column.CENTRE, view.getCentre()).with(Column.VISIT, view.getCheckupId()));
  }

  private static String date(Checkup checkup) {
    return checkup.hasEffectiveTime() ? Times.start(checkup.getEffectiveTime()) : "";
  }

  private static CsvRow value(Checkup checkup, Observation observation) {
    Optional<Item> item = ItemCatalogue.standard().byCode(observation.getItemCode());
    boolean own = observation.hasEffectiveTime();
    return CsvRow.of("observation")
        .with(Column.DATE, own ? Times.start(observation.getEffectiveTime()) : date(checkup))
        .with(Column.CODE, observation.getItemCode())
        .with(Column.NAME_KO, item.map(Item::nameKo).orElse(""))
        .with(Column.NAME_EN, item.map(Item::nameEn).orElse(""))
        .with(Column.COMPARATOR, FhirObservations.comparator(observation.getQuantity()))
        .with(Column.VALUE, text(observation))
        .with(Column.UNIT, observation.getQuantity().getUnit())
        .with(Column.REFERENCE_RANGE, observation.getReferenceRange())
        .with(Column.FLAG, observation.getInterpretation())
        .with(Column.STATUS, Export.word(observation.getStatus().name(), "OBSERVATION_STATUS_"))
        .with(Column.NOTE, note(observation))
        .with(Column.SENT_CODE, observation.getRawCode().getCode())
        .with(Column.SENT_NAME, observation.getRawCode().getDisplay())
        .with(Column.SENT_VALUE, observation.getRawValue())
        .with(Column.SENT_UNIT, observation.getRawUnit());
  }

  private static String text(Observation observation) {
    return switch (observation.getValueCase()) {
      case QUANTITY -> observation.getQuantity().getValue();
      case CODED -> name(observation.getCoded());
      case TEXT -> observation.getText();
      case RANGE -> observation.getRange();
      case VALUE_NOT_SET -> "";
    };
  }

  private static String name(Coding coding) {
    return coding.getDisplay().isEmpty() ? coding.getCode() : coding.getDisplay();
  }

  private static String note(Observation observation) {
    boolean absent = observation.getAbsentReason() != AbsentReason.ABSENT_REASON_UNSPECIFIED;
    boolean unmapped =
        observation.getUnmappedReason() != UnmappedReason.UNMAPPED_REASON_UNSPECIFIED;
    return Stream.of(
            absent ? Export.word(observation.getAbsentReason().name(), "ABSENT_REASON_") : "",
            unmapped ? "unmapped" : "",
            observation.getImplausible() ? "implausible" : "",
            observation.getUnitAssumed() ? "unit_assumed" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static CsvRow statement(Checkup checkup, ClinicalStatement statement) {
    boolean own = statement.hasEffectiveTime();
    return CsvRow.of(Export.word(statement.getKind().name(), "KIND_"))
        .with(Column.DATE, own ? Times.start(statement.getEffectiveTime()) : date(checkup))
        .with(
            Column.CODE,
            statement.getCodesList().stream().map(Coding::getCode).collect(Collectors.joining(" ")))
        .with(
            Column.NAME_EN,
            statement.getCodesList().stream()
                .map(Coding::getDisplay)
                .collect(Collectors.joining("; ")))
        .with(Column.VALUE, statement.getText())
        .with(Column.STATUS, statement.getStatus());
  }

  private static CsvRow document(Checkup checkup, Document document) {
    return CsvRow.of("document")
        .with(Column.DATE, date(checkup))
        .with(Column.CODE, document.getKind())
        .with(Column.NAME_KO, document.getTitle())
        .with(Column.VALUE, document.getText());
  }

  private static CsvRow day(LifestyleDay day) {
    return CsvRow.of("lifestyle_day")
        .with(Column.DATE, day.getLocalDay())
        .with(Column.CODE, day.getSignal())
        .with(Column.COMPARATOR, FhirObservations.comparator(day.getValue()))
        .with(Column.VALUE, day.getValue().getValue())
        .with(Column.UNIT, day.getValue().getUnit())
        .with(Column.STATUS, day.getStatistic())
        .with(Column.NOTE, day.getSource());
  }

  private static CsvRow genome(GenomeView view) {
    Genome genome = view.getGenome();
    return CsvRow.of("genome")
        .with(Column.DATE, Times.instant(view.getReceivedTime()))
        .with(Column.CENTRE, view.getCentre())
        .with(Column.CODE, view.getGenomeId())
        .with(Column.VALUE, Long.toString(genome.getVariants()))
        .with(Column.UNIT, "variants")
        .with(Column.STATUS, view.getInQuestion() ? "in_question" : "")
        .with(
            Column.NOTE,
            String.join(" ", genome.getBuild(), genome.getTechnology(), genome.getVendor())
                .strip());
  }

  private static CsvRow consent(ConsentDecision decision) {
    return CsvRow.of("consent")
        .with(Column.DATE, Times.instant(decision.getGivenTime()))
        .with(Column.CENTRE, decision.getGrantee())
        .with(
            Column.CODE,
            Export.word(decision.getCategory().name(), "CATEGORY_")
                + " "
                + Export.word(decision.getPurpose().name(), "PURPOSE_"))
        .with(Column.VALUE, Export.word(decision.getDecision().name(), "DECISION_"))
        .with(Column.NOTE, decision.getTextId());
  }
}
