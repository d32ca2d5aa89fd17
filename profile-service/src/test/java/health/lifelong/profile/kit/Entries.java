package health.lifelong.profile.kit;

import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.common.v1.TimePrecision;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.Identifier;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.Source;
import health.lifelong.profile.v1.UnmappedReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Entries of batches, synthetic. */
public final class Entries {
  private Entries() {}

  public static Identifier chart(String value) {
    return Identifier.newBuilder().setSystem("chart").setValue(value).setType("MR").build();
  }

  public static Identifier member(String value) {
    return Identifier.newBuilder().setSystem("institute").setValue(value).setType("MB").build();
  }

  public static PersonReference person(String centre, Identifier... identifiers) {
    return PersonReference.newBuilder()
        .setCentre(centre)
        .addAllIdentifiers(Arrays.asList(identifiers))
        .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_FEMALE)
        .setBirthDate("1980-02-29")
        .setName("김하늘")
        .build();
  }

  public static PersonReference byId(String personId) {
    return PersonReference.newBuilder().setCentre("phone").setPersonId(personId).build();
  }

  public static Source source(String centre, String receipt) {
    return Source.newBuilder().setCentre(centre).setReceiptId(receipt).build();
  }

  public static RecordEntry entry(PersonReference person, String receipt, Checkup checkup) {
    return RecordEntry.newBuilder()
        .setPerson(person)
        .setSource(source(person.getCentre(), receipt))
        .setCheckup(checkup)
        .build();
  }

  public static RecordEntry entry(PersonReference person, Checkup checkup) {
    return entry(person, UUID.randomUUID().toString(), checkup);
  }

  public static EffectiveTime day(String isoDay) {
    return EffectiveTime.newBuilder()
        .setStartMicros(Instant.parse(isoDay + "T00:00:00Z").getEpochSecond() * 1_000_000)
        .setOffsetMinutes(540)
        .setPrecision(TimePrecision.TIME_PRECISION_DAY)
        .build();
  }

  public static Checkup visit(String sourceKey, Observation... observations) {
    return Checkup.newBuilder()
        .setSourceKey(sourceKey)
        .setEffectiveTime(day("2024-05-02"))
        .addAllObservations(Arrays.asList(observations))
        .build();
  }

  public static Observation value(String item, String value, String unit) {
    return Observation.newBuilder()
        .setItemCode(item)
        .setQuantity(Quantity.newBuilder().setValue(value).setUnit(unit))
        .setEffectiveTime(day("2024-05-02"))
        .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
        .setRawCode(
            Coding.newBuilder().setSystem("L").setCode("l-" + item).setDisplay("항목 " + item))
        .setRawValue(value)
        .setRawUnit(unit)
        .setSourceKey("v1/" + item)
        .setPosition("OBX[1]")
        .build();
  }

  public static Observation unmapped(String rawCode, String text) {
    return Observation.newBuilder()
        .setText(text)
        .setUnmappedReason(UnmappedReason.UNMAPPED_REASON_CODE_UNKNOWN)
        .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
        .setRawCode(Coding.newBuilder().setCode(rawCode))
        .setRawValue(text)
        .setSourceKey("v1/" + rawCode)
        .setPosition("OBX[9]")
        .build();
  }

  public static Observation as(Observation observation, ObservationStatus status) {
    return observation.toBuilder().setStatus(status).build();
  }

  public static Observation withdrawn(String item) {
    return Observation.newBuilder()
        .setItemCode(item)
        .setAbsentReason(AbsentReason.ABSENT_REASON_UNKNOWN)
        .setStatus(ObservationStatus.OBSERVATION_STATUS_WITHDRAWN)
        .setSourceKey("v1/" + item)
        .setPosition("OBX[7]")
        .build();
  }
}
