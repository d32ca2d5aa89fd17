package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.genome.Build;
import health.lifelong.vocabulary.genome.BuildDetection;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.Chromosome;
import health.lifelong.vocabulary.genome.GenomeSite;
import health.lifelong.vocabulary.genome.GenomeSites;
import health.lifelong.vocabulary.genome.RsId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a VCF record by record. A record that breaks a rule of the specification is
 * quarantined with its line and reason, unless the breach cannot touch a genotype: then it is read
 * with a warning; the others go on. Memory is one record and the few that a later one could repeat.
 */
final class VcfReader {
  private final VcfHeader header;
  private final int[] chosen;
  private final boolean strict;
  private final VcfRecordRules rules;
  private final VcfOrder order = new VcfOrder();
  private final VcfCalls calls = new VcfCalls();
  private final VcfWindow window;
  private final Rejections rejections = new Rejections();
  private final BuildDetection builds = new BuildDetection(GenomeSites.shipped());
  private final Map<GenomeSite, Map<Integer, String>> refs = new HashMap<>();
  private final VcfGenotype[] genotypes;
  private final long[] noCalls;
  private final long[] halfCalls;
  private final Map<String, Seen> breaches = new LinkedHashMap<>();
  private @Nullable String tolerated;
  private long records;
  private long polyploid;

  private record Seen(long line, long count) {}

  /**
   * A reader of some samples.
   *
   * @param chosen column numbers of the samples wanted, from 0, rising
   * @param strict true to quarantine what reading tolerates: a REF of "."
   */
  VcfReader(VcfHeader header, int[] chosen, boolean strict, CallSink sink) {
    this.header = header;
    this.chosen = chosen.clone();
    this.strict = strict;
    rules = new VcfRecordRules(header, breach -> tolerated = breach);
    genotypes = new VcfGenotype[header.samples().size()];
    noCalls = new long[chosen.length];
    halfCalls = new long[chosen.length];
    window =
        new VcfWindow(
            (sample, call) -> {
              count(sample, call);
              sink.accept(sample, call);
            });
  }

  private void count(int sample, Call call) {
    switch (call.state()) {
      case NO_CALL, FILTERED -> noCalls[sample]++;
      case HALF -> halfCalls[sample]++;
      case CALLED, CONFLICT, REF_BLOCK -> {}
    }
  }

  /** Reads to the end. */
  void read(TextLines lines) throws IOException {
    int columns = header.hasFormat() ? 9 + header.samples().size() : 8;
    for (String text = lines.next(); text != null; text = lines.next()) {
      if (text.isEmpty()) {
        continue;
      }
      VcfRecord record = VcfRecord.of(text, columns);
      if (record == null) {
        reject(lines, Reason.ROW_SHAPE, "the record does not have %d columns".formatted(columns));
      } else {
        take(record, lines);
      }
      records++;
    }
    window.finish();
  }

  private void reject(TextLines lines, Reason reason, String detail) {
    rejections.add(records, lines.number(), reason, detail);
  }

  private void take(VcfRecord record, TextLines lines) throws IOException {
    tolerated = null;
    String fault = rules.fault(record, genotypes);
    if (fault == null && header.minor() >= 3 && !lines.ended()) {
      fault = "the last line has no end: the file may be cut";
    }
    if (fault == null && record.ref().equals(".") && (strict || needsRef())) {
      fault = "REF is missing";
    }
    String chromosome = Chromosome.of(record.chrom());
    int position = VcfRecordRules.position(record.pos());
    if (fault == null) {
      String misplaced = order.fault(chromosome, position);
      tolerated = misplaced == null ? tolerated : misplaced;
      fault = tolerated != null && strict ? tolerated : null;
    }
    if (fault != null) {
      reject(lines, Reason.VALUE_INVALID, fault);
      return;
    }
    if (tolerated != null && (breaches.size() < 20 || breaches.containsKey(tolerated))) {
      breaches.merge(
          tolerated,
          new Seen(lines.number(), 1),
          (seen, one) -> new Seen(seen.line(), seen.count() + 1));
    }
    window.moveTo(chromosome, position);
    VcfCalls.Site site = VcfCalls.Site.of(record, chromosome, position);
    VcfWindow.Repeated repeated =
        window.add(
            lines.number(),
            position + record.ref().length() - 1,
            calls(site),
            VcfVariant.of(position, record.ref(), record.alts()));
    if (repeated != null) {
      reject(
          lines,
          Reason.DUPLICATE_IN_BATCH,
          repeated.contradicted()
              ? "the variant of line %d again, with another genotype: neither is used"
                  .formatted(repeated.line())
              : "the variant of line %d again".formatted(repeated.line()));
      return;
    }
    vote(site, record);
  }

  private boolean needsRef() {
    for (VcfGenotype genotype : genotypes) {
      if (genotype.first() == 0 || genotype.second() == 0) {
        return true;
      }
    }
    return false;
  }

  private Call[] calls(VcfCalls.Site site) {
    Call[] made = new Call[chosen.length];
    if (made.length == 0) {
      return made;
    }
    VcfFormat format = rules.format(site.record());
    String line = site.record().samples();
    int from = site.record().samplesFrom();
    int next = 0;
    for (int i = 0; next < chosen.length; i++) {
      int tab = line.indexOf('\t', from);
      int to = tab < 0 ? line.length() : tab;
      if (chosen[next] == i) {
        polyploid += genotypes[i].ploidy() > 2 ? 1 : 0;
        made[next++] = calls.call(site, format, genotypes[i], from, to);
      }
      from = to + 1;
    }
    return made;
  }

  private void vote(VcfCalls.Site site, VcfRecord record) {
    long rsid = RsId.number(site.rsid());
    GenomeSite known = GenomeSites.shipped().byPlace(site.chromosome(), site.position());
    if (known != null && site.refKnown()) {
      List<String> alleles = VcfVariant.rightTrimmed(record.ref(), record.alts());
      refs.computeIfAbsent(known, k -> new HashMap<>())
          .putIfAbsent(site.position(), record.ref().substring(0, 1));
      if (rsid == 0) {
        builds.see(
            site.chromosome(),
            site.position(),
            alleles.getFirst(),
            alleles.subList(1, alleles.size()));
      }
    }
    builds.see(rsid, site.chromosome(), site.position());
  }

  /** The verdict on the build; what the sender declares comes before the header. */
  BuildDetection.Decision build(@Nullable Build declared) {
    List<BuildDetection.Claim> claims = new ArrayList<>();
    if (declared != null) {
      claims.add(new BuildDetection.Claim("the sender", declared));
    }
    claims.addAll(header.claims());
    return builds.decide(claims);
  }

  /** What the sender should know of a file that was read. */
  List<String> warnings(String build) {
    List<String> warnings = new ArrayList<>();
    header.findings().stream()
        .limit(20)
        .forEach(finding -> warnings.add("line %d: %s".formatted(finding.line(), finding.text())));
    if (header.findings().size() > 20) {
      warnings.add("%d more header warnings".formatted(header.findings().size() - 20));
    }
    breaches.forEach(
        (breach, seen) ->
            warnings.add("line %d: %s (%d records)".formatted(seen.line(), breach, seen.count())));
    if (polyploid > 0) {
      warnings.add("%d genotypes of more than two alleles are no-calls".formatted(polyploid));
    }
    if (!header.hasFormat()) {
      warnings.add("the file has no sample: there are no genotypes");
    }
    long foreign = foreignRefs(build);
    if (foreign > 0) {
      warnings.add("REF differs from the reference at %d known sites".formatted(foreign));
    }
    return warnings;
  }

  private long foreignRefs(String build) {
    long foreign = 0;
    for (Build known : Build.values()) {
      if (!known.text().equals(build)) {
        continue;
      }
      for (Map.Entry<GenomeSite, Map<Integer, String>> seen : refs.entrySet()) {
        String ref = seen.getKey().ref(known);
        String here = seen.getValue().get(seen.getKey().position(known));
        foreign += here != null && !ref.isEmpty() && !ref.startsWith(here) ? 1 : 0;
      }
    }
    return foreign;
  }

  long records() {
    return records;
  }

  Rejections rejections() {
    return rejections;
  }

  /** No-calls and filtered calls of each sample read. */
  long[] noCalls() {
    return noCalls.clone();
  }

  /** Half calls of each sample read. */
  long[] halfCalls() {
    return halfCalls.clone();
  }
}
