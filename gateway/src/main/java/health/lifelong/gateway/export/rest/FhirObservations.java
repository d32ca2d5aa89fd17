package health.lifelong.gateway.export.rest;

import static health.lifelong.gateway.export.rest.FhirNode.coding;
import static health.lifelong.gateway.export.rest.FhirNode.concept;
import static health.lifelong.gateway.export.rest.FhirNode.object;
import static health.lifelong.gateway.export.rest.FhirNode.reference;
import static health.lifelong.gateway.export.rest.FhirNode.resource;
import static health.lifelong.gateway.export.rest.FhirNode.words;

import com.fasterxml.jackson.databind.node.DecimalNode;
import health.lifelong.common.v1.Quantity;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of checkups and days of daily life as FHIR R4 Observations. */
final class FhirObservations {
  private static final String LOINC = "http://loinc.org";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  // Of v3-ObservationInterpretation, those that senders use; any other flag is told in words.
  private static final Set<String> FLAGS =
      Set.of("N", "A", "AA", "H", "HH", "HU", "L", "LL", "LU", "POS", "NEG", "R", "S", "I", "IND");

  private final String personId;

  FhirObservations(String personId) {
    this.personId = personId;
  }

  /** One value of a visit. */
  FhirNode value(String id, String centre, String checkupId, Observation observation) {
    Optional<Item> item = ItemCatalogue.standard().byCode(observation.getItemCode());
    FhirNode resource =
        resource("Observation", id, centre)
            .with("status", status(observation))
            .withOne("category", words(item.map(Item::category).orElse("")))
            .with("code", code(item, observation))
            .with("subject", reference(personId))
            .with("encounter", reference(checkupId));
    if (observation.hasEffectiveTime()) {
      FhirVisits.time(resource, "effective", observation.getEffectiveTime());
    }
    resource.withOne("performer", object().with("display", centre));
    measured(resource, observation);
    return resource
        .withOne("interpretation", flag(observation.getInterpretation()))
        .withOne("note", object().with("text", note(observation)))
        .with("method", words(observation.getMethod()))
        .with("device", object().with("display", observation.getDevice()))
        .withOne("referenceRange", object().with("text", observation.getReferenceRange()));
  }

  private static String status(Observation observation) {
    return switch (observation.getStatus()) {
      case OBSERVATION_STATUS_PRELIMINARY -> "preliminary";
      case OBSERVATION_STATUS_FINAL -> "final";
      case OBSERVATION_STATUS_CORRECTED -> "corrected";
      case OBSERVATION_STATUS_WITHDRAWN -> "entered-in-error";
      case OBSERVATION_STATUS_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }

  /** The catalogue's words first, then the sender's own. */
  private static FhirNode code(Optional<Item> item, Observation observation) {
    List<FhirNode> codings = new ArrayList<>();
    item.ifPresent(
        known -> {
          String loinc = known.loinc();
          if (loinc != null) {
            codings.add(coding(LOINC, loinc, ""));
          }
          codings.add(coding(FhirNode.ITEMS, known.code(), known.nameEn()));
        });
    codings.add(coding(observation.getRawCode()));
    String sent = observation.getRawCode().getDisplay();
    String code = observation.getRawCode().getCode();
    String named = item.map(Item::nameKo).orElse(sent.isBlank() ? code : sent);
    return concept(codings, named.isBlank() ? "not told" : named);
  }

  private static void measured(FhirNode resource, Observation observation) {
    boolean mapped = isMapped(observation);
    switch (observation.getValueCase()) {
      case QUANTITY -> resource.with("valueQuantity", quantity(observation.getQuantity(), mapped));
      case CODED ->
          resource.with(
              "valueCodeableConcept", concept(List.of(coding(observation.getCoded())), ""));
      case TEXT -> resource.with("valueString", observation.getText());
      case RANGE -> resource.with("valueString", observation.getRange());
      case VALUE_NOT_SET -> {
        if (!mapped) {
          resource.with("valueString", sent(observation));
        }
      }
    }
    if (resource.json().properties().stream().noneMatch(e -> e.getKey().startsWith("value"))) {
      resource.with("dataAbsentReason", concept(HL7 + "data-absent-reason", absence(observation)));
    }
  }

  private static boolean isMapped(Observation observation) {
    return observation.getUnmappedReason() == UnmappedReason.UNMAPPED_REASON_UNSPECIFIED;
  }

  private static String sent(Observation observation) {
    return (observation.getRawValue() + " " + observation.getRawUnit()).strip();
  }

  private static String absence(Observation observation) {
    return switch (observation.getAbsentReason()) {
      case ABSENT_REASON_NOT_DONE -> "not-performed";
      case ABSENT_REASON_NOT_USABLE -> "error";
      case ABSENT_REASON_UNKNOWN, ABSENT_REASON_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }

  /**
   * A number with the digits it was sent with.
   *
   * @param mapped whether the unit is UCUM; else it is what the sender wrote
   */
  private static FhirNode quantity(Quantity quantity, boolean mapped) {
    FhirNode written =
        object()
            .with("value", DecimalNode.valueOf(new BigDecimal(quantity.getValue())))
            .with("comparator", comparator(quantity))
            .with("unit", quantity.getUnit());
    return mapped && !quantity.getUnit().isEmpty()
        ? written.with("system", UCUM).with("code", quantity.getUnit())
        : written;
  }

  static String comparator(Quantity quantity) {
    return switch (quantity.getComparator()) {
      case COMPARATOR_LESS -> "<";
      case COMPARATOR_LESS_OR_EQUAL -> "<=";
      case COMPARATOR_GREATER_OR_EQUAL -> ">=";
      case COMPARATOR_GREATER -> ">";
      case COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static FhirNode flag(String sent) {
    return FLAGS.contains(sent) ? concept(HL7 + "v3-ObservationInterpretation", sent) : words(sent);
  }

  private static String note(Observation observation) {
    List<String> notes = new ArrayList<>();
    if (observation.getImplausible()) {
      notes.add("outside the plausible range, used by no model");
    }
    if (observation.getUnitAssumed()) {
      notes.add("unit by the sender's contract");
    }
    if (!isMapped(observation)) {
      notes.add("not in our catalogue, as sent: " + sent(observation));
    }
    return String.join("; ", notes);
  }

  /** One local day of one signal. */
  FhirNode day(String id, LifestyleDay day) {
    return resource("Observation", id, "phone")
        .with("status", "final")
        .withOne("category", concept(HL7 + "observation-category", "activity"))
        .with(
            "code",
            concept(List.of(coding("urn:lifelong:signal", day.getSignal(), "")), day.getSignal()))
        .with("subject", reference(personId))
        .with("effectiveDateTime", day.getLocalDay())
        .with("valueQuantity", quantity(day.getValue(), true))
        .withOne(
            "note",
            object()
                .with(
                    "text",
                    "%d samples over %d minutes"
                        .formatted(day.getSamples(), day.getCoverageMinutes())))
        .with("method", words(day.getStatistic()))
        .with("device", object().with("display", day.getSource()));
  }
}
