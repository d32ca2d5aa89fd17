package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Warning;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a thing was true, from the first of several members that says so.
 *
 * @param time null where nothing was sent, or nothing that is a time
 * @param warnings one where something was sent that is no time
 */
record EffectiveReading(@Nullable EffectiveTime time, List<Warning> warnings) {

  /** Reads the first member that is there; a member is a dateTime, a Period or a Timing. */
  static EffectiveReading of(Situation at, String... members) {
    JsonObject resource = at.resource();
    for (String member : members) {
      if (!resource.has(member)) {
        continue;
      }
      Optional<EffectiveTime> time = read(resource, member, at.zone());
      if (time.isPresent()) {
        return new EffectiveReading(time.get(), List.of());
      }
      Warning warning =
          new Warning(at.place("/" + member), Reason.VALUE_INVALID, "not a time; kept without one");
      return new EffectiveReading(null, List.of(warning));
    }
    return new EffectiveReading(null, List.of());
  }

  private static Optional<EffectiveTime> read(JsonObject resource, String member, ZoneId zone) {
    JsonObject complex = resource.object(member);
    if (complex == null) {
      return FhirTimes.parse(resource.textOrEmpty(member), zone);
    }
    return complex.has("event")
        ? FhirTimes.parse(complex.textOrEmpty("event"), zone)
        : FhirTimes.period(complex, zone);
  }
}
