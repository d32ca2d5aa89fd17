package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.ConsentText;
import health.lifelong.profile.consent.domain.Evidence;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.consent.domain.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions and terms of tests. */
final class Decisions {
  static final Giver PERSON = new Giver.Person();
  static final Giver MOTHER = new Giver.Guardian("guardian-1", "mother");
  static final String TEXT = "consent.P2";
  static final String OLD_TEXT = "consent.P2.1";
  static final Instant OLD_TEXT_HELD_TO = Instant.parse("2021-06-01T00:00:00Z");
  static final ConsentTerms TERMS =
      new ConsentTerms(
          Map.of(
              Category.IDENTITY, 14,
              Category.CHECKUP, 14,
              Category.LIFESTYLE, 14,
              Category.SPECIAL, 14,
              Category.GENETIC_REPORT, 19,
              Category.GENETIC_RAW, 19),
          19,
          Duration.ofDays(30),
          Map.of(
              TEXT,
              new ConsentText(
                  TEXT,
                  Purpose.HEALTH_MANAGEMENT,
                  Instant.parse("2021-01-01T00:00:00Z"),
                  null,
                  null,
                  Map.of("ko", "words")),
              OLD_TEXT,
              new ConsentText(
                  OLD_TEXT,
                  Purpose.HEALTH_MANAGEMENT,
                  Instant.EPOCH,
                  Instant.parse("2021-01-01T00:00:00Z"),
                  OLD_TEXT_HELD_TO,
                  Map.of("ko", "first words"))));

  private Decisions() {}

  static ConsentDecision checkup(Kind kind, Instant givenAt, Instant validTo) {
    return decision(
        Category.CHECKUP, Purpose.HEALTH_MANAGEMENT, "institute", kind, PERSON, givenAt, validTo);
  }

  static ConsentDecision decision(
      Category category,
      Purpose purpose,
      String grantee,
      Kind kind,
      Giver giver,
      Instant givenAt,
      Instant validTo) {
    return new ConsentDecision(
        UUID.randomUUID(),
        category,
        purpose,
        grantee,
        kind,
        giver,
        new Words(TEXT, "ko", ""),
        evidence(giver),
        givenAt,
        validTo);
  }

  static ConsentDecision onOldWords(Instant givenAt, Instant validTo) {
    return new ConsentDecision(
        UUID.randomUUID(),
        Category.CHECKUP,
        Purpose.HEALTH_MANAGEMENT,
        "institute",
        Kind.GRANT,
        PERSON,
        new Words(OLD_TEXT, "ko", ""),
        evidence(PERSON),
        givenAt,
        validTo);
  }

  static Evidence evidence(Giver giver) {
    return switch (giver) {
      case Giver.Person person ->
          new Evidence(Evidence.Kind.APP, "", "", "", "person", Instant.EPOCH);
      case Giver.Guardian guardian ->
          new Evidence(
              Evidence.Kind.PAPER, "file 7", "ab".repeat(32), "seoul", "lis", Instant.EPOCH);
    };
  }

  static ConsentHistory grownUp(List<ConsentDecision> decisions) {
    return new ConsentHistory(decisions, null, TERMS);
  }

  static ConsentHistory born(@Nullable String day, ConsentDecision... decisions) {
    return new ConsentHistory(List.of(decisions), day == null ? null : LocalDate.parse(day), TERMS);
  }
}
