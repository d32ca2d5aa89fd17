package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where insights are kept. Every method fails with DEPENDENCY_UNAVAILABLE where the database is
 * away.
 */
public interface Ledger {
  /** What is kept of a person. */
  Optional<Kept> find(UUID personId);

  /** A person's input, and the languages in which a report is kept. */
  record Kept(KeptInput input, Set<String> languages) {
    public Kept {
      languages = Set.copyOf(languages);
    }
  }

  /** Puts an entry in place of what was kept; all of it or nothing. */
  void write(Entry entry);

  /**
   * What a change brings.
   *
   * @param models whose insights are replaced; those of others stay
   * @param texts by language, then by model; the model {@code ""} has the notices
   * @param onlyThese true where nothing that was kept before may stay
   */
  record Entry(
      KeptInput input,
      Set<String> models,
      List<KeptInsight> insights,
      Map<String, Map<String, byte[]>> texts,
      boolean onlyThese) {
    public Entry {
      models = Set.copyOf(models);
      insights = List.copyOf(insights);
      texts = Map.copyOf(texts);
    }
  }

  /** Removes all that is kept of a person. */
  void forget(UUID personId);

  /** A report in a language with what it rests on; empty where none is kept. */
  Optional<KeptReport> report(UUID personId, String language);

  /**
   * A report as the contract writes it, in parts by model.
   *
   * @param revision of the record it was made of
   * @param engineVersion models, pack and parameter sets that made it
   * @param withheld what consent withheld of the record
   * @param validUntil when time alone changes what may be read; null: never, or not known
   */
  record KeptReport(
      long revision,
      String engineVersion,
      String withheld,
      @Nullable Instant validUntil,
      Map<String, byte[]> parts) {
    public KeptReport {
      parts = Map.copyOf(parts);
    }

    /** The same with its parts. */
    public KeptReport with(Map<String, byte[]> all) {
      return new KeptReport(revision, engineVersion, withheld, validUntil, all);
    }
  }

  /** Keeps a report in one more language, if what is kept of the person was made of the same. */
  void addReport(UUID personId, KeptReport report, String language);

  /** Persons after one in order of id. */
  List<UUID> persons(UUID after, int limit);

  /** All insights that are kept of a person with their input, as of one moment. */
  Optional<Proof> proof(UUID personId);

  /** What is to be computed again. */
  record Proof(KeptInput input, List<KeptInsight> insights) {
    public Proof {
      insights = List.copyOf(insights);
    }
  }

  /** Persons of whom time alone has changed what may be read. */
  List<UUID> ended(Instant now, int limit);

  /** The sequence up to which a job has followed the feed. */
  long position(String job);

  /** Moves a job forward. */
  void advance(String job, long sequence);

  /** Lets one instance at a time do a job; empty where another one does. */
  Optional<Turn> turn();

  /** The right to do the job until closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
