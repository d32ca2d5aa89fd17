package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.management.OperatingSystemMXBean;
import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import health.lifelong.analytics.polygenic.algorithm.PolygenicScorer;
import health.lifelong.analytics.polygenic.domain.Effect;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.local.http.Http;
import health.lifelong.local.sample.LongLife;
import health.lifelong.local.suite.Failure;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.GenotypeTable;
import health.lifelong.vocabulary.genome.Genotypes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pure computation, in this process: all insights of persons of 35 checkups, a genome whose scores
 * were computed when it came, and three years of days; then a genome from its packed blocks to
 * diplotypes and the pack's scores; then a loaded score of a million variants.
 */
public final class InsightBench {
  private static final int PERSONS = 24;
  private static final int ROUNDS = 9;
  private static final long WARM_UP_NANOS = 12_000_000_000L;
  private static final long NANOS = 10_000_000_000L;
  private static final int SCORE_ROWS = 1_000_000;

  /** Time that the processors gave a thread: what it costs, whoever else is on the machine. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path pack;

  public InsightBench(Path pack) {
    this.pack = pack;
  }

  /** Insights of whole persons. */
  record Persons(
      String bench,
      int threads,
      int checkups,
      @JsonProperty("values_a_checkup") int valuesACheckup,
      int days,
      int insights,
      @JsonProperty("persons_per_s") double personsPerSecond,
      @JsonProperty("p50_ms") double p50,
      @JsonProperty("p99_ms") double p99,
      @JsonProperty("cpu_ms_a_person") double cpu,
      Machine machine) {}

  /** One genome or one score. */
  record Once(
      String bench,
      int variants,
      @JsonProperty("p50_s") double p50,
      @JsonProperty("worst_s") double worst,
      @JsonProperty("cpu_s") double cpu,
      String result,
      Machine machine) {}

  /** All measurements, each printed as it is done. */
  public void run() throws IOException, InterruptedException {
    InsightEngine engine =
        new InsightEngine(RegionPackDirectory.read(pack, InsightEngine.servableModels()));
    LongLife first = new LongLife("B", 0, "suwon");
    List<CallBlock> blocks = first.blocks(pack);
    GenomeReport genome = engine.read(table(blocks));
    List<PersonRecord> records = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      records.add(new LongLife("B", i, "suwon").record());
    }
    for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
      print(persons(engine, records, genome, threads, first.valuesACheckup()));
    }
    print(genome(engine, blocks));
    print(score(table(blocks)));
  }

  private static void print(Object line) throws IOException {
    System.out.println(Http.JSON.writeValueAsString(line));
  }

  private Persons persons(
      InsightEngine engine,
      List<PersonRecord> records,
      GenomeReport genome,
      int threads,
      int valuesACheckup)
      throws InterruptedException {
    Texts texts = engine.texts("ko");
    AtomicInteger next = new AtomicInteger();
    AtomicLong insights = new AtomicLong();
    AtomicLong cpu = new AtomicLong();
    Latencies latencies = new Latencies();
    long began = System.nanoTime() + WARM_UP_NANOS;
    long end = began + NANOS;
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        all.add(
            workers.submit(
                () -> {
                  long from = System.nanoTime();
                  long cpuFrom = 0;
                  while (from < end) {
                    PersonRecord record =
                        records.get(Math.floorMod(next.getAndIncrement(), records.size()));
                    int said =
                        engine
                            .report(
                                record,
                                genome,
                                texts,
                                record.reportDay(),
                                Viewer.PERSON,
                                engine.models())
                            .insights()
                            .size();
                    long to = System.nanoTime();
                    if (from < began) {
                      cpuFrom = CPU.getCurrentThreadCpuTime();
                    } else {
                      insights.set(said);
                      latencies.add(to - from);
                      done.incrementAndGet();
                    }
                    from = to;
                  }
                  cpu.addAndGet(CPU.getCurrentThreadCpuTime() - cpuFrom);
                }));
      }
    }
    for (Future<?> worker : all) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        throw new Failure("the computation failed: " + e.getCause(), e);
      }
    }
    PersonRecord one = records.getFirst();
    return new Persons(
        "insight-computation",
        threads,
        one.visits().size(),
        valuesACheckup,
        one.lifestyleDays().size() / 2,
        (int) insights.get(),
        Math.round(10 * done.get() / (NANOS / 1e9)) / 10.0,
        rounded(latencies.millis(0.5)),
        rounded(latencies.millis(0.99)),
        rounded(cpu.get() / 1e6 / done.get()),
        Machine.here());
  }

  private static Once genome(InsightEngine engine, List<CallBlock> blocks) {
    Latencies latencies = new Latencies();
    String result = "";
    long cpu = PROCESS.getProcessCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      GenomeReport report = engine.read(table(blocks));
      latencies.add(System.nanoTime() - began);
      result = report.genes().size() + " genes, " + report.scores().size() + " scores";
    }
    return new Once(
        "insight-genome",
        blocks.stream().mapToInt(CallBlock::calls).sum(),
        rounded(latencies.millis(0.5) / 1000),
        rounded(latencies.millis(1) / 1000),
        rounded((PROCESS.getProcessCpuTime() - cpu) / 1e9 / ROUNDS),
        result,
        Machine.here());
  }

  private static Once score(Genotypes genotypes) {
    ScoringFile file = million(genotypes);
    Latencies latencies = new Latencies();
    String result = "";
    long cpu = PROCESS.getProcessCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      ScoreOutcome outcome = PolygenicScorer.score(file, genotypes, null);
      latencies.add(System.nanoTime() - began);
      result =
          switch (outcome) {
            case ScoreOutcome.Scored(var scored) -> scored.matched() + " matched";
            case ScoreOutcome.Refused refused -> refused.reason().name();
          };
    }
    return new Once(
        "insight-score",
        file.rows().size(),
        rounded(latencies.millis(0.5) / 1000),
        rounded(latencies.millis(1) / 1000),
        rounded((PROCESS.getProcessCpuTime() - cpu) / 1e9 / ROUNDS),
        result,
        Machine.here());
  }

  /** A score over every variant of the genome, and as many beside it as make a million. */
  private static ScoringFile million(Genotypes genotypes) {
    SplittableRandom random = new SplittableRandom(1);
    List<ScoreRow> rows = new ArrayList<>(SCORE_ROWS);
    List<Call> calls = genotypes.all().toList();
    for (int line = 1; line <= SCORE_ROWS; line++) {
      Call call = line <= calls.size() ? calls.get(line - 1) : null;
      String effect = call == null || call.alleles().isEmpty() ? "A" : call.alleles().getFirst();
      String other = effect.equals("A") || effect.equals("T") ? "G" : "A";
      if (call != null && call.alleles().size() > 1) {
        other = call.alleles().getLast();
      }
      double weight = random.nextDouble() - 0.5;
      rows.add(
          new ScoreRow(
              line,
              null,
              call == null ? Integer.toString(1 + random.nextInt(22)) : call.chromosome(),
              call == null ? 40_000_000 + random.nextInt(100_000_000) : call.position(),
              effect,
              other,
              Double.toString(weight),
              new Effect.Additive(weight)));
    }
    return new ScoringFile("BENCH", Map.of(), genotypes.build(), true, rows, List.of());
  }

  private static Genotypes table(List<CallBlock> blocks) {
    GenotypeTable.Builder calls = new GenotypeTable.Builder();
    blocks.forEach(calls::add);
    return calls.build("GRCh37");
  }

  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
