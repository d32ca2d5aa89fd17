package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.PersonClaim;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a known person, with what is needed to read it.
 *
 * @param zone the sender's zone, for times without offset
 */
record Situation(
    JsonObject resource,
    BundleEntry entry,
    References references,
    ZoneId zone,
    PersonClaim person) {
  private static final int UUID_LENGTH = 36;

  String place(String below) {
    return entry.place(below);
  }

  /**
   * What the resource is called when it is sent again: its identifier, else its id, else its
   * content. An id that holds only inside its Bundle, and is no UUID, goes with the time: the next
   * visit may use {@code obs1} again.
   */
  String sourceKey(@Nullable EffectiveTime time) {
    String condition = entry.conditionIdentifier();
    if (!condition.isEmpty()) {
      return condition;
    }
    String identifier = Identifiers.key(resource);
    if (!identifier.isEmpty()) {
      return identifier;
    }
    if (entry.id().isEmpty()) {
      return CanonicalContent.key(resource);
    }
    return lastingId(entry) || time == null
        ? entry.typeAndId()
        : entry.typeAndId() + "@" + time.start();
  }

  /** The visit this belongs to: the encounter, else the local day, else the resource alone. */
  String visitKey(@Nullable EffectiveTime time) {
    Optional<String> encounter = encounterKey();
    if (encounter.isPresent()) {
      return encounter.get();
    }
    if (time != null) {
      return "date:" + FhirTimes.localDay(time);
    }
    String own = entry.typeAndId();
    return "resource:"
        + (own.isEmpty() ? entry.type() + "/" + CanonicalContent.key(resource) : own);
  }

  private Optional<String> encounterKey() {
    return switch (references.follow(resource.object("encounter"), entry)) {
      case Target.Inside inside -> {
        String identifier = Identifiers.key(inside.resource());
        BundleEntry encounter = inside.entry();
        String id = encounter != null && lastingId(encounter) ? encounter.id() : "";
        String key = identifier.isEmpty() ? id : identifier;
        yield key.isEmpty() ? Optional.empty() : Optional.of("Encounter/" + key);
      }
      // A URN that leads nowhere is made anew for every Bundle: it names no visit.
      case Target.Outside outside ->
          outside.id().startsWith("urn:")
              ? Optional.empty()
              : Optional.of("Encounter/" + outside.id());
      case Target.Named named ->
          Optional.of(
              "Encounter/" + named.identifier().system() + "|" + named.identifier().value());
      case Target.Nothing nothing -> Optional.empty();
    };
  }

  private static boolean lastingId(BundleEntry entry) {
    return entry.keepsId() || isUuid(entry.id());
  }

  private static boolean isUuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean fits = dash ? id.charAt(i) == '-' : Character.digit(id.charAt(i), 16) >= 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
