package health.lifelong.analytics.genotype;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A genome made of a list of calls. */
public final class CallList implements Genotypes {
  private final String build;
  private final List<Call> calls;
  private final List<Call> blocks;
  private final Map<String, List<Call>> bySite = new HashMap<>();
  private final Map<String, Call> byRsid = new HashMap<>();

  public CallList(String build, List<Call> calls) {
    this.build = build;
    this.calls = List.copyOf(calls);
    blocks = calls.stream().filter(call -> call.state() == CallState.REF_BLOCK).toList();
    for (Call call : calls) {
      bySite
          .computeIfAbsent(call.chromosome() + ":" + call.position(), absent -> new ArrayList<>())
          .add(call);
      String rsid = call.rsid();
      if (rsid != null) {
        byRsid.putIfAbsent(rsid, call);
      }
    }
  }

  /** A record of a VCF: {@code genotype} as in its GT column. */
  public static Call vcf(
      String chromosome,
      int position,
      @Nullable String rsid,
      String ref,
      String alt,
      String genotype) {
    return TestVcf.call(chromosome, position, rsid, ref, alt, genotype, CallState.CALLED, null);
  }

  /** A row of an array; no letters is a no-call. */
  public static Call array(String chromosome, int position, @Nullable String rsid, String letters) {
    List<String> alleles = letters.chars().mapToObj(Character::toString).distinct().toList();
    int first = letters.isEmpty() ? Call.MISSING : 0;
    int second =
        letters.isEmpty()
            ? Call.MISSING
            : letters.length() == 1 ? Call.HAPLOID : alleles.indexOf(letters.substring(1));
    CallState state = letters.isEmpty() ? CallState.NO_CALL : CallState.CALLED;
    return new Call(
        chromosome, position, position, rsid, alleles, false, first, second, false, null, state);
  }

  public static Call block(String chromosome, int position, int end) {
    return new Call(
        chromosome,
        position,
        end,
        null,
        List.of("N"),
        true,
        0,
        0,
        false,
        null,
        CallState.REF_BLOCK);
  }

  @Override
  public String build() {
    return build;
  }

  @Override
  public Stream<Call> at(String chromosome, int position) {
    return bySite.getOrDefault(chromosome + ":" + position, List.of()).stream();
  }

  @Override
  public Optional<Call> byRsid(String rsid) {
    return Optional.ofNullable(byRsid.get(rsid));
  }

  @Override
  public boolean provenReference(String chromosome, int position) {
    return blocks.stream()
        .anyMatch(
            c ->
                c.chromosome().equals(chromosome)
                    && c.position() <= position
                    && position <= c.end());
  }

  @Override
  public Stream<Call> all() {
    return calls.stream();
  }
}
