package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.genome.Build;
import health.lifelong.vocabulary.genome.BuildDetection;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.GenomeSites;
import health.lifelong.vocabulary.genome.RsId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the array files of all vendors: a marker, its chromosome, position and letters a line. Rows
 * are collected, since build and strand are decided by the whole file and files need not be sorted.
 */
final class ArrayReader {
  private static final int LOOKED_AT = 200;
  private static final int MAX_COMMENTS = 10_000;

  private final List<String> comments = new ArrayList<>();
  private final ArrayRows rows = new ArrayRows();
  private final Rejections rejections = new Rejections();
  private final ArrayRepeats repeats = new ArrayRepeats(rows, rejections);
  private final BuildDetection builds = new BuildDetection(GenomeSites.shipped());
  private final ArrayStrand strand = new ArrayStrand();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> samples = new LinkedHashSet<>();
  private final GenotypeOptions options;
  private String vendor = "generic";
  private boolean plusStrand;
  private boolean report;
  private long records;
  private long noCalls;
  private long halfCalls;

  ArrayReader(GenotypeOptions options) {
    this.options = options;
  }

  private record Line(String text, long number) {}

  /** Reads to the end, the first line included. */
  void read(String first, TextLines lines) throws IOException {
    List<Line> start = start(first, lines);
    if (start.isEmpty()) {
      throw new UnreadableFile(Reason.NOTHING_USABLE, "the file holds no genotype", 0);
    }
    List<String> texts = start.stream().map(Line::text).toList();
    ArrayLayoutDetection.Found found = ArrayLayoutDetection.find(texts, start.getFirst().number());
    ArrayLayout layout = found.layout();
    plusStrand = layout.plusStrand();
    List<Line> body = found.header() ? start.subList(1, start.size()) : start;
    vendor = vendor(found, texts, body);
    for (Line line : body) {
      take(line.text(), line.number(), layout);
    }
    for (String text = lines.next(); text != null; text = lines.next()) {
      if (!text.isBlank() && text.charAt(0) != '#') {
        take(text, lines.number(), layout);
      }
    }
    if (samples.size() > 1 && options.sample() == null) {
      throw new UnreadableFile(
          Reason.SAMPLE_UNKNOWN,
          "the file holds %d samples: name one".formatted(samples.size()),
          0);
    }
    String wanted = options.sample();
    if (wanted != null && !samples.contains(wanted)) {
      throw new UnreadableFile(
          Reason.SAMPLE_UNKNOWN,
          samples.isEmpty()
              ? "the file names no sample"
              : "the file holds %d samples, none of that name".formatted(samples.size()),
          0);
    }
    if (records == 0) {
      throw new UnreadableFile(Reason.NOTHING_USABLE, "the file holds no genotype", 0);
    }
    strand.settle(rows, plusStrand).ifPresent(warnings::add);
    repeats.settle();
    count();
  }

  /** Comments go aside; gives the first lines that are none. */
  private List<Line> start(String first, TextLines lines) throws IOException {
    List<Line> start = new ArrayList<>();
    for (String text = first; text != null; text = lines.next()) {
      if (text.startsWith("#")) {
        if (comments.size() < MAX_COMMENTS) {
          comments.add(TextLines.utf8(text));
        }
      } else if (text.equalsIgnoreCase("[Header]") && start.isEmpty()) {
        reportHeader(lines);
      } else if (!text.isBlank()) {
        if (text.indexOf('\0') >= 0) {
          throw new UnreadableFile(Reason.FORMAT_UNKNOWN, "the file is not text", lines.number());
        }
        start.add(new Line(text, lines.number()));
        if (start.size() == LOOKED_AT) {
          break;
        }
      }
    }
    return start;
  }

  /** The head of an Illumina final report, up to the line that begins its data. */
  private void reportHeader(TextLines lines) throws IOException {
    report = true;
    for (String text = lines.next(); text != null; text = lines.next()) {
      if (text.strip().equalsIgnoreCase("[Data]")) {
        return;
      }
      if (comments.size() < MAX_COMMENTS) {
        comments.add(TextLines.utf8(text));
      }
    }
    throw new UnreadableFile(Reason.MALFORMED, "[Data] is missing", lines.number());
  }

  private String vendor(ArrayLayoutDetection.Found found, List<String> texts, List<Line> body) {
    ArrayLayout layout = found.layout();
    List<String> ids = new ArrayList<>();
    for (Line line : body) {
      ids.add(ArrayLayout.cells(line.text(), layout.delimiter()).getFirst());
    }
    String label = ArrayVendor.of(comments, found.header() ? texts.getFirst() : "", ids, layout);
    return report && label.equals("generic") ? "Illumina final report" : label;
  }

  private void take(String text, long line, ArrayLayout layout) throws UnreadableFile {
    List<String> cells = ArrayLayout.cells(text, layout.delimiter());
    if (layout.sample() >= 0 && layout.sample() < cells.size()) {
      String name = TextLines.utf8(cells.get(layout.sample()));
      if (samples.size() < 100_000) {
        samples.add(name);
      }
      if (options.sample() != null && !options.sample().equals(name)) {
        return;
      }
    }
    String fault = row(cells, line, layout);
    if (fault != null) {
      rejections.add(
          records,
          line,
          cells.size() <= layout.width() ? Reason.ROW_SHAPE : Reason.VALUE_INVALID,
          fault);
    }
    records++;
  }

  /** Adds the row, or says what is wrong. */
  private @Nullable String row(List<String> cells, long line, ArrayLayout layout)
      throws UnreadableFile {
    if (cells.size() <= layout.width()) {
      return "the row has too few cells";
    }
    String chromosome = ArrayRow.chromosome(cells.get(layout.chromosome()));
    if (chromosome == null) {
      return "the chromosome is missing or unknown";
    }
    int position = VcfRecordRules.position(cells.get(layout.position()));
    if (position <= 0) {
      return "the position is missing or no number";
    }
    if (chromosome.equals(ArrayRow.PAR)) {
      chromosome = ArrayRow.parChromosome(position);
      if (chromosome == null) {
        return "the position lies in no pseudo-autosomal region";
      }
    }
    ArrayGenotype genotype = ArrayRow.genotype(cells, layout);
    if (genotype == null) {
      return "the genotype is none";
    }
    long rsid = rsid(cells.get(layout.id()));
    rows.add(chromosome, position, rsid, genotype, line, records);
    builds.see(rsid, chromosome, position);
    strand.see(rsid, genotype);
    return null;
  }

  /** "rs123", or a chip's own name that ends in it ("GSA-rs123", "exm-rs123"). */
  private static long rsid(String id) {
    long number = RsId.number(id);
    int dash = Math.max(id.lastIndexOf("-rs"), id.lastIndexOf("_rs"));
    return number == 0 && dash > 0 ? RsId.number(id.substring(dash + 1)) : number;
  }

  private void count() {
    for (int row : repeats.kept()) {
      switch (rows.genotype(row).state()) {
        case NO_CALL -> noCalls++;
        case HALF -> halfCalls++;
        case CALLED, FILTERED, CONFLICT, REF_BLOCK -> {}
      }
    }
    if (repeats.conflicts() > 0) {
      warnings.add(
          "%d markers share a place with one that reads otherwise: none of them is used"
              .formatted(repeats.conflicts()));
    }
  }

  /** Hands over the calls, by chromosome and position. */
  void deliver(CallSink sink) throws IOException {
    for (int row : repeats.kept()) {
      ArrayGenotype genotype = rows.genotype(row);
      sink.accept(
          0,
          new Call(
              rows.chromosome(row),
              rows.position(row),
              rows.position(row),
              RsId.text(rows.rsid(row)),
              genotype.alleles(),
              false,
              genotype.first(),
              genotype.second(),
              false,
              null,
              genotype.state()));
    }
  }

  /** The verdict on the build; what the sender declares comes before the file's comments. */
  BuildDetection.Decision build(@Nullable Build declared) {
    List<BuildDetection.Claim> claims = new ArrayList<>();
    if (declared != null) {
      claims.add(new BuildDetection.Claim("the sender", declared));
    }
    Set<Build> told = new LinkedHashSet<>();
    for (String comment : comments) {
      Optional<Build> named = Build.named(comment);
      named.ifPresent(told::add);
    }
    if (told.size() == 1) {
      claims.add(new BuildDetection.Claim("the file's comment", told.iterator().next()));
    }
    return builds.decide(claims);
  }

  String vendor() {
    return vendor;
  }

  /** The sample read, empty where the file names none. */
  String sample() {
    String wanted = options.sample();
    return wanted != null ? wanted : samples.isEmpty() ? "" : samples.iterator().next();
  }

  List<String> warnings() {
    return warnings;
  }

  Rejections rejections() {
    return rejections;
  }

  long records() {
    return records;
  }

  long duplicates() {
    return repeats.duplicates();
  }

  long noCalls() {
    return noCalls;
  }

  long halfCalls() {
    return halfCalls;
  }
}
