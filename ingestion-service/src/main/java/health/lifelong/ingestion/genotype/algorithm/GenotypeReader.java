package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.domain.BlockSink;
import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeOutcome;
import health.lifelong.ingestion.genotype.domain.GenotypeRefused;
import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.genome.BuildDetection;
import health.lifelong.vocabulary.genome.GenotypeTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads a genotype file: VCF 4.0 to 4.5 or an array file of any vendor, plain, gzip, bgzip or
 * zipped alone, told by content.
 */
public final class GenotypeReader {
  private GenotypeReader() {}

  /** What was read, with the counts of each sample. */
  private record Read(GenotypeOutcome outcome, long[] noCalls, long[] halfCalls) {}

  /**
   * Reads one sample and hands its packed calls on as they fill; memory does not grow with a VCF.
   *
   * @param body not closed
   * @param sink what it took is void where the file is refused
   * @throws IOException where the body or the sink fails; a bad file is an outcome, never an
   *     exception
   */
  public static GenotypeOutcome read(InputStream body, GenotypeOptions options, BlockSink sink)
      throws IOException {
    BlockWriter writer = new BlockWriter(sink);
    Read read = read(body, options, false, names -> (sample, call) -> writer.add(call));
    if (read.outcome() instanceof GenomeReading) {
      writer.flush();
    }
    return read.outcome();
  }

  /**
   * Reads a whole file into memory: the sample named, or every sample of a VCF where none is.
   *
   * @throws IOException where the file cannot be opened
   */
  public static FileGenotypes readAll(Path file, GenotypeOptions options) throws IOException {
    List<GenotypeTable.Builder> builders = new ArrayList<>();
    List<String> sampleNames = new ArrayList<>();
    try (InputStream body = Files.newInputStream(file)) {
      Read read =
          read(
              body,
              options,
              true,
              names -> {
                sampleNames.addAll(names);
                names.forEach(name -> builders.add(new GenotypeTable.Builder()));
                return (sample, call) -> builders.get(sample).add(call);
              });
      if (!(read.outcome() instanceof GenomeReading reading)) {
        return new FileGenotypes(read.outcome(), List.of());
      }
      List<FileGenotypes.SampleGenotypes> samples = new ArrayList<>();
      for (int i = 0; i < builders.size(); i++) {
        samples.add(
            new FileGenotypes.SampleGenotypes(
                sampleNames.get(i),
                builders.get(i).build(reading.head().build()),
                read.noCalls()[i],
                read.halfCalls()[i]));
      }
      return new FileGenotypes(reading, samples);
    }
  }

  private static Read read(
      InputStream body,
      GenotypeOptions options,
      boolean every,
      Function<List<String>, CallSink> samples)
      throws IOException {
    try {
      BodyStream stream = new BodyStream(body);
      try {
        return read(stream, options, every, samples);
      } catch (UnreadableFile e) {
        throw stream.ownFaultOr(e);
      }
    } catch (UnreadableFile e) {
      return new Read(
          new GenotypeRefused(e.reason(), e.detail(), e.line()), new long[0], new long[0]);
    }
  }

  private static Read read(
      BodyStream stream,
      GenotypeOptions options,
      boolean every,
      Function<List<String>, CallSink> samples)
      throws IOException {
    TextLines lines = new TextLines(stream);
    String first = lines.next();
    if (first == null) {
      throw new UnreadableFile(Reason.MALFORMED, "the file is empty", 0);
    }
    return VcfHeader.begins(first)
        ? vcf(first, lines, stream, options, every, samples)
        : array(first, lines, stream, options, samples);
  }

  private static Read vcf(
      String first,
      TextLines lines,
      BodyStream stream,
      GenotypeOptions options,
      boolean every,
      Function<List<String>, CallSink> samples)
      throws IOException {
    VcfHeader header = VcfHeader.read(first, lines).orRefuse();
    int[] chosen = chosen(header.samples(), options, every);
    List<String> names = IntStream.of(chosen).mapToObj(header.samples()::get).toList();
    VcfReader reader = new VcfReader(header, chosen, false, samples.apply(names));
    reader.read(lines);
    BuildDetection.Decision decision = undisputed(reader.build(options.build()));
    long[] noCalls = reader.noCalls();
    long[] halfCalls = reader.halfCalls();
    Genome head =
        head(
            stream,
            decision,
            new Told("VCF", "unknown", names.isEmpty() ? "" : names.getFirst()),
            reader.records() - reader.rejections().total(),
            noCalls.length == 0 ? 0 : noCalls[0],
            reader.warnings(decision.build()));
    return new Read(
        new GenomeReading(
            head,
            reader.records(),
            head.variants(),
            0,
            reader.rejections().first(),
            reader.rejections().total(),
            head.noCalls(),
            halfCalls.length == 0 ? 0 : halfCalls[0],
            head.warnings()),
        noCalls,
        halfCalls);
  }

  private static int[] chosen(List<String> names, GenotypeOptions options, boolean every)
      throws UnreadableFile {
    String wanted = options.sample();
    if (wanted != null) {
      int index = names.indexOf(wanted);
      if (index < 0) {
        throw new UnreadableFile(
            Reason.SAMPLE_UNKNOWN,
            "the file holds %d samples, none of that name".formatted(names.size()),
            0);
      }
      return new int[] {index};
    }
    if (names.size() > 1 && !every) {
      throw new UnreadableFile(
          Reason.SAMPLE_UNKNOWN, "the file holds %d samples: name one".formatted(names.size()), 0);
    }
    return IntStream.range(0, names.size()).toArray();
  }

  private static Read array(
      String first,
      TextLines lines,
      BodyStream stream,
      GenotypeOptions options,
      Function<List<String>, CallSink> samples)
      throws IOException {
    ArrayReader reader = new ArrayReader(options);
    reader.read(first, lines);
    BuildDetection.Decision decision = undisputed(reader.build(options.build()));
    reader.deliver(samples.apply(List.of(reader.sample())));
    Genome head =
        head(
            stream,
            decision,
            new Told(reader.vendor(), "array", reader.sample()),
            reader.records() - reader.rejections().total() - reader.duplicates(),
            reader.noCalls(),
            reader.warnings());
    return new Read(
        new GenomeReading(
            head,
            reader.records(),
            head.variants(),
            reader.duplicates(),
            reader.rejections().first(),
            reader.rejections().total(),
            head.noCalls(),
            reader.halfCalls(),
            head.warnings()),
        new long[] {reader.noCalls()},
        new long[] {reader.halfCalls()});
  }

  private static BuildDetection.Decision undisputed(BuildDetection.Decision decision)
      throws UnreadableFile {
    if (decision.contradiction()) {
      throw new UnreadableFile(
          Reason.BUILD_UNKNOWN, "the build is contradictory: " + decision.evidence(), 0);
    }
    return decision;
  }

  /** What the file says of itself. */
  private record Told(String vendor, String technology, String sample) {}

  private static Genome head(
      BodyStream stream,
      BuildDetection.Decision decision,
      Told told,
      long variants,
      long noCalls,
      List<String> readerWarnings)
      throws IOException {
    List<String> warnings = new ArrayList<>(decision.warnings());
    warnings.addAll(readerWarnings);
    if (stream.maybeCut()) {
      warnings.add("the block that ends a bgzip file is missing: the file may be cut");
    }
    return new Genome(
        stream.sha256Hex() + "#" + told.sample(),
        decision.build(),
        decision.evidence(),
        told.vendor(),
        told.technology(),
        told.sample(),
        variants,
        noCalls,
        warnings);
  }
}
