package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SHA-256 of each part of what the engine read of one person. Of a genome it covers the id and the
 * content hash of its file, not the genotypes. A category that consent withholds belongs to the
 * part it would have filled.
 */
public final class InputDigests {
  private final Map<InputPart, String> hex;

  private InputDigests(Map<InputPart, String> hex) {
    this.hex = Collections.unmodifiableMap(new EnumMap<>(hex));
  }

  /**
   * The digests of a record.
   *
   * @param standing what {@link InsightEngine#standing} says of it
   */
  public static InputDigests of(PersonRecord record, LocalDate asOf, List<String> standing) {
    Map<InputPart, String> hex = new EnumMap<>(InputPart.class);
    for (InputPart part : InputPart.values()) {
      CanonicalWriter out = new CanonicalWriter();
      switch (part) {
        case PERSON -> person(out, record, standing);
        case CHECKUP -> checkups(out, record);
        case GENOME -> genomes(out, record);
        case LIFESTYLE -> days(out, record);
        case DAY -> out.day(asOf);
      }
      hex.put(part, HexFormat.of().formatHex(CanonicalForm.sha256(out.bytes())));
    }
    return new InputDigests(hex);
  }

  /** Digests that were stored, one 64-digit text a part, in the order of the parts. */
  public static InputDigests stored(List<String> texts) {
    Map<InputPart, String> hex = new EnumMap<>(InputPart.class);
    for (InputPart part : InputPart.values()) {
      hex.put(part, part.ordinal() < texts.size() ? texts.get(part.ordinal()) : "");
    }
    return new InputDigests(hex);
  }

  /** The texts to store. */
  public List<String> texts() {
    return Arrays.stream(InputPart.values()).map(part -> hex.getOrDefault(part, "")).toList();
  }

  /** The parts in which these inputs differ from earlier ones. */
  public Set<InputPart> changedSince(InputDigests earlier) {
    Set<InputPart> changed = EnumSet.noneOf(InputPart.class);
    hex.forEach(
        (part, digest) -> {
          if (!digest.equals(earlier.hex.get(part))) {
            changed.add(part);
          }
        });
    return changed;
  }

  /** One digest over the parts that a model reads. */
  public byte[] over(Set<InputPart> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.stream()
        .sorted()
        .forEach(part -> joined.writeBytes(HexFormat.of().parseHex(hex.getOrDefault(part, ""))));
    return CanonicalForm.sha256(joined.toByteArray());
  }

  private static void person(CanonicalWriter out, PersonRecord record, List<String> standing) {
    BirthDate birth = record.birth();
    out.name(record.sex());
    out.day(birth == null ? null : birth.first()).day(birth == null ? null : birth.last());
    withheld(out, record, DataCategory.IDENTITY);
    out.list(standing, out::text);
  }

  private static void checkups(CanonicalWriter out, PersonRecord record) {
    withheld(out, record, DataCategory.CHECKUP, DataCategory.SPECIAL);
    out.list(record.visits(), visit -> visit(out, visit));
  }

  private static void visit(CanonicalWriter out, Visit visit) {
    out.text(visit.id()).text(visit.centre()).day(visit.date());
    out.list(visit.observations(), observation -> observation(out, observation));
    out.list(visit.statements(), statement -> statement(out, statement));
    out.list(visit.completeLists().stream().sorted().toList(), out::name);
  }

  private static void observation(CanonicalWriter out, Observation observation) {
    Instant instant = observation.instant();
    out.optional(observation.itemCode()).day(observation.date());
    out.optional(instant == null ? null : instant.toString());
    switch (observation.value()) {
      case Value.Quantity(var number, String unit, var comparator) ->
          out.text("q").decimal(number).text(unit).name(comparator);
      case Value.Coded(Coding coding) -> coding(out.text("c"), coding);
      case Value.Text(String text) -> out.text("t").text(text);
      case Value.Absent(var reason) -> out.text("a").name(reason);
    }
    out.name(observation.status());
    out.flag(observation.implausible()).flag(observation.unitAssumed()).flag(observation.held());
    out.text(observation.method()).text(observation.sourceKey());
  }

  private static void statement(CanonicalWriter out, Statement statement) {
    out.name(statement.kind());
    out.list(statement.codes(), coding -> coding(out, coding));
    out.text(statement.text()).text(statement.status());
    out.day(statement.date()).day(statement.endDate());
  }

  private static void coding(CanonicalWriter out, Coding coding) {
    out.text(coding.system()).text(coding.code()).text(coding.display());
  }

  private static void genomes(CanonicalWriter out, PersonRecord record) {
    withheld(out, record, DataCategory.GENETIC_REPORT, DataCategory.GENETIC_RAW);
    out.list(record.genomes(), head -> genome(out, head));
  }

  private static void genome(CanonicalWriter out, GenomeHead head) {
    out.text(head.id()).text(head.sourceKey()).text(head.build()).text(head.technology());
    out.whole(head.variants()).whole(head.noCalls());
  }

  private static void days(CanonicalWriter out, PersonRecord record) {
    withheld(out, record, DataCategory.LIFESTYLE);
    out.list(
        record.lifestyleDays(),
        day ->
            out.day(day.day())
                .text(day.signal())
                .decimal(day.value())
                .text(day.unit())
                .text(day.source()));
  }

  private static void withheld(
      CanonicalWriter out, PersonRecord record, DataCategory... categories) {
    for (DataCategory category : categories) {
      out.flag(record.isWithheld(category));
    }
  }
}
