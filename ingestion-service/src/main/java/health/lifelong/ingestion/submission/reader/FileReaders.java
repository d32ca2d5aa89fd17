package health.lifelong.ingestion.submission.reader;

import health.lifelong.ingestion.archive.algorithm.ArchiveCheck;
import health.lifelong.ingestion.genotype.algorithm.GenotypeReader;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeOutcome;
import health.lifelong.ingestion.genotype.domain.GenotypeRefused;
import health.lifelong.ingestion.lifestyle.app.AppleHealthReader;
import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.lifestyle.domain.PhoneExport;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.submission.app.BodySource;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.vocabulary.genome.Build;
import health.lifelong.vocabulary.genome.CallBlock;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the files that are about one person: genotypes and phone exports. */
final class FileReaders {
  private static final int BYTES_A_PART = 4 << 20;
  private static final int DAYS_A_PART = 5_000;

  private final AppleHealthReader apple = AppleHealthReader.standard();

  /**
   * Two passes: build and counts are known at the end of a file only, and every part travels with
   * the finished head.
   */
  Reading genotypes(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException {
    String declared = context.declaredBuild();
    Optional<Build> build = Build.named(declared);
    if (!declared.isEmpty() && build.isEmpty()) {
      return Reading.refused(
          Rejection.record(
              0,
              "build",
              Reason.BUILD_UNKNOWN.name(),
              "the declared build is none of GRCh36, GRCh37, GRCh38"));
    }
    GenotypeOptions options =
        new GenotypeOptions(
            context.sample().isEmpty() ? null : context.sample(), build.orElse(null));
    try {
      ArchiveCheck.check(body::open, context.fileName());
    } catch (FileRefusedException e) {
      return refused(e);
    }
    GenotypeOutcome outcome;
    try (InputStream in = body.open()) {
      outcome = GenotypeReader.read(in, options, block -> {});
    }
    return switch (outcome) {
      case GenotypeRefused refused ->
          Reading.refused(
              Rejection.record(
                  0,
                  refused.line() == 0 ? "" : "line " + refused.line(),
                  refused.reason().name(),
                  refused.detail()));
      case GenomeReading reading -> {
        Parts parts = new Parts(person(context, "genome"), head(context, reading.head()), sink);
        try (InputStream in = body.open()) {
          GenotypeReader.read(in, options, parts::add);
        }
        parts.flush();
        yield new Reading(
            new Tally(
                reading.records(),
                reading.accepted(),
                reading.duplicates(),
                reading.rejectedTotal(),
                0,
                0,
                reading.accepted(),
                0),
            reading.rejected().stream().map(FormatReaders::rejection).toList(),
            false);
      }
    };
  }

  static Reading refused(FileRefusedException e) {
    return Reading.refused(Rejection.record(0, e.place(), e.reason().name(), e.detail()));
  }

  private static Genome head(Submission.Context context, Genome read) {
    return new Genome(
        context.contentHash() + "#" + read.sample(),
        read.build(),
        read.buildEvidence(),
        read.vendor(),
        read.technology(),
        read.sample(),
        read.variants(),
        read.noCalls(),
        read.warnings());
  }

  /** The person the sender names, else a provisional one who is nobody but this file. */
  private static PersonClaim person(Submission.Context context, String kind) {
    if (!context.personId().isEmpty()) {
      return new PersonClaim(List.of(), null, null, null, context.personId(), false);
    }
    PersonClaim.Identifier file =
        new PersonClaim.Identifier(
            "urn:lifelong:" + kind, context.contentHash() + "#" + context.sample(), "");
    return new PersonClaim(List.of(file), null, null, null, null, true);
  }

  Reading appleHealth(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException {
    return switch (apple.read(body::open)) {
      case PhoneExport.Refused refused ->
          Reading.refused(FormatReaders.rejection(refused.reason()));
      case PhoneExport.Read(LifestyleReading reading) -> {
        PersonClaim person = person(context, "phone");
        List<LifestyleDay> days = reading.days();
        for (int from = 0; from < days.size(); from += DAYS_A_PART) {
          sink.accept(
              new Understood.Days(
                  person, days.subList(from, Math.min(days.size(), from + DAYS_A_PART))));
        }
        if (days.isEmpty()) {
          sink.accept(new Understood.Row(new RecordOutcome.PersonRead(0, person), 1));
        }
        yield new Reading(
            new Tally(
                reading.records(),
                reading.records() - reading.rejectedRecords(),
                0,
                reading.rejectedRecords(),
                reading.observations(),
                reading.unmapped(),
                0,
                reading.lifestyleDays()),
            rejections(reading),
            false);
      }
    };
  }

  /** An export that breaks off is taken so far, and its sender is told. */
  private static List<Rejection> rejections(LifestyleReading reading) {
    List<Rejection> rejections = new ArrayList<>();
    if (reading.partial()) {
      rejections.add(
          new Rejection(
              reading.records(),
              "",
              Reason.MALFORMED.name(),
              "the export breaks off here; what came before was taken",
              true));
    }
    reading.rejected().stream().map(FormatReaders::rejection).forEach(rejections::add);
    return rejections;
  }

  /** Gathers blocks until a part is worth a message. */
  private static final class Parts {
    private final PersonClaim person;
    private final Genome head;
    private final Consumer<Understood> sink;
    private final List<CallBlock> blocks = new ArrayList<>();
    private int bytes;
    private boolean sent;

    private Parts(PersonClaim person, Genome head, Consumer<Understood> sink) {
      this.person = person;
      this.head = head;
      this.sink = sink;
    }

    private void add(CallBlock block) {
      blocks.add(block);
      bytes += block.packed().length;
      if (bytes >= BYTES_A_PART) {
        flush();
        sent = true;
      }
    }

    private void flush() {
      // A genome without a single call is still a genome that was received.
      if (blocks.isEmpty() && sent) {
        return;
      }
      sink.accept(new Understood.GenomePart(person, head, blocks));
      blocks.clear();
      bytes = 0;
    }
  }
}
