package health.lifelong.local.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.analytics.genome.algorithm.GenomeAnalysis;
import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.polygenic.algorithm.ScoringFileReader;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.ingestion.genotype.algorithm.GenotypeReader;
import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeRefused;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.vocabulary.genome.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads a genome without storing it. Runs without a suite. */
public final class GenomeCommand implements Command {
  private static final int SMALL_FILE_LINES = 1_000;

  @Override
  public String usage() {
    return "genome FILE [--sample S] [--build B] [--pgs FILE...] [--outside FILE]";
  }

  @Override
  public String purpose() {
    return "read a genome without storing it: genotypes, star alleles, scores";
  }

  /** What is printed. */
  public record Printed(
      String build,
      String vendor,
      long records,
      @JsonProperty("no_calls") long noCalls,
      List<String> warnings,
      List<Sample> samples,
      List<Refused> refused) {}

  /** One sample. */
  public record Sample(
      String sample,
      String sex,
      SortedMap<String, String> genotypes,
      List<Gene> genes,
      List<Score> scores) {}

  /** One pharmacogene. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Gene(
      String gene,
      List<String> diplotypes,
      List<String> phenotypes,
      @JsonProperty("lookup_keys") List<String> lookupKeys,
      @Nullable @JsonProperty("activity_score") String activityScore,
      @JsonProperty("positions_missing") int positionsMissing,
      @JsonProperty("positions_total") int positionsTotal,
      @Nullable String why) {}

  /** One score, or why there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Score(
      String id,
      @Nullable Double sum,
      @Nullable Integer denom,
      @Nullable Integer matched,
      @Nullable Integer total,
      @Nullable String refused) {}

  /** A quarantined line. */
  public record Refused(long line, String reason) {}

  @Override
  public int run(Arguments arguments) throws IOException {
    List<String> files = new ArrayList<>(arguments.options("pgs"));
    // "--pgs SCORE FILE": the genome is then the last of the words behind the option.
    boolean lastIsGenome = arguments.words().isEmpty() && files.size() > 1;
    Path file = Path.of(lastIsGenome ? files.removeLast() : arguments.word("file"));
    if (!Files.isRegularFile(file)) {
      throw new Failure("no such file: " + file);
    }
    Build build =
        arguments
            .option("build")
            .map(
                name ->
                    Build.named(name)
                        .orElseThrow(() -> new Failure("--build is GRCh36, GRCh37 or GRCh38")))
            .orElse(null);
    FileGenotypes read =
        GenotypeReader.readAll(
            file, new GenotypeOptions(arguments.option("sample").orElse(null), build));
    List<ScoringFile> scores = scores(files);
    List<GeneCall> outside = outside(arguments.option("outside").orElse(null));
    return switch (read.outcome()) {
      case GenotypeRefused refused -> {
        print(
            new Printed(
                Build.UNKNOWN,
                "",
                0,
                0,
                List.of(),
                List.of(),
                List.of(
                    new Refused(
                        refused.line(), refused.reason().name() + ": " + refused.detail()))));
        yield 1;
      }
      case GenomeReading reading -> {
        print(printed(reading, read, scores, outside));
        yield 0;
      }
    };
  }

  private static void print(Printed printed) throws IOException {
    System.out.println(Http.JSON.writeValueAsString(printed));
  }

  private static Printed printed(
      GenomeReading reading, FileGenotypes read, List<ScoringFile> scores, List<GeneCall> outside) {
    GenomeAnalysis analysis = GenomeAnalysis.shipped();
    boolean everyRsid = reading.records() < SMALL_FILE_LINES;
    List<Sample> samples =
        read.samples().stream()
            .map(
                sample ->
                    sample(
                        sample.sample(),
                        analysis.analyze(sample.genotypes(), everyRsid, scores),
                        outside))
            .toList();
    return new Printed(
        reading.head().build(),
        reading.head().vendor(),
        reading.records(),
        reading.noCalls(),
        reading.warnings(),
        samples,
        reading.rejected().stream()
            .map(
                line ->
                    new Refused(
                        Long.parseLong(line.path().replaceAll("\\D+", "0")),
                        line.reason().name() + ": " + line.detail()))
            .toList());
  }

  private static Sample sample(String name, GenomeReport report, List<GeneCall> outside) {
    // What another laboratory called comes in place of what was read here, as in PharmCAT.
    Map<String, GeneCall> genes = new LinkedHashMap<>();
    report.genes().forEach(call -> genes.put(call.gene(), call));
    outside.forEach(call -> genes.put(call.gene(), call));
    return new Sample(
        name,
        report.sex().sex().name().toLowerCase(Locale.ROOT),
        report.genotypes(),
        genes.values().stream().map(GenomeCommand::gene).toList(),
        report.scores().stream().map(GenomeCommand::score).toList());
  }

  /**
   * Calls of another laboratory in PharmCAT's form: gene, tab, diplotype; lines behind # are left
   * out.
   */
  private static List<GeneCall> outside(@Nullable String file) throws IOException {
    if (file == null) {
      return List.of();
    }
    if (!Files.isRegularFile(Path.of(file))) {
      throw new Failure("no such file: " + file);
    }
    GenomeAnalysis analysis = GenomeAnalysis.shipped();
    List<GeneCall> calls = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length < 2 || cells[1].isBlank()) {
        throw new Failure("a line of --outside is a gene, a tab and a diplotype: " + file);
      }
      calls.add(analysis.outside(cells[0].strip(), cells[1].strip()));
    }
    return calls;
  }

  private static Gene gene(GeneCall call) {
    return new Gene(
        call.gene(),
        call.diplotypes(),
        call.phenotypes(),
        call.lookupKeys(),
        call.activityScore(),
        call.positionsMissing(),
        call.positionsTotal(),
        call.status() == GeneCall.Status.CALLED ? null : call.status().why());
  }

  private static Score score(ScoreOutcome outcome) {
    return switch (outcome) {
      case ScoreOutcome.Scored(var result) ->
          new Score(
              result.id(),
              result.sum(),
              result.denominator(),
              result.matched(),
              result.total(),
              null);
      case ScoreOutcome.Refused(String id, ScoreOutcome.Reason reason) ->
          new Score(id, null, null, null, null, reason.name());
    };
  }

  private static List<ScoringFile> scores(List<String> files) throws IOException {
    List<ScoringFile> scores = new ArrayList<>();
    for (String name : files) {
      try (InputStream in = Files.newInputStream(Path.of(name))) {
        switch (ScoringFileReader.read(in, Path.of(name).getFileName().toString())) {
          case ScoringFileOutcome.Accepted accepted -> scores.addAll(accepted.scores());
          case ScoringFileOutcome.Refused refused ->
              throw new Failure(name + ", line " + refused.line() + ": " + refused.reason());
        }
      }
    }
    return scores;
  }
}
