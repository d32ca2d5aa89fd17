package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.algorithm.VcfFinding.Weight;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.genome.Build;
import health.lifelong.vocabulary.genome.BuildDetection;
import health.lifelong.vocabulary.genome.Chromosome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything before the first record. Free lines are read for the build and kept nowhere.
 *
 * @param minor y of VCFv4.y
 * @param samples names, in column order
 * @param claims what the header says of the build, in falling order of authority
 */
record VcfHeader(
    int minor,
    List<String> samples,
    boolean hasFormat,
    Map<String, VcfDefinition> info,
    Map<String, VcfDefinition> format,
    List<BuildDetection.Claim> claims,
    List<VcfFinding> findings) {

  private static final String FIXED = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  private static final int MAX_FINDINGS = 1_000;
  private static final int MAX_META_LINES = 1_000_000;

  /** Whether a first line begins a VCF. */
  static boolean begins(String line) {
    return line.startsWith("##fileformat") || line.startsWith("#CHROM");
  }

  /**
   * Reads the header from the line after the first on.
   *
   * @throws UnreadableFile where the version or the column line cannot be understood
   */
  static VcfHeader read(String first, TextLines lines) throws IOException {
    return new Reading(version(first)).read(lines);
  }

  /** Fails on the first finding that makes the file unreadable. */
  VcfHeader orRefuse() throws UnreadableFile {
    for (VcfFinding finding : findings) {
      if (finding.weight() == Weight.FILE) {
        throw new UnreadableFile(Reason.MALFORMED, finding.text(), finding.line());
      }
    }
    return this;
  }

  private static int version(String line) throws UnreadableFile {
    if (!line.startsWith("##fileformat=VCF")) {
      throw new UnreadableFile(Reason.MALFORMED, "the first line is not ##fileformat=VCFv4.y", 1);
    }
    if (!line.matches("##fileformat=VCFv4\\.[0-5]")) {
      throw new UnreadableFile(Reason.VERSION_UNSUPPORTED, "only VCF 4.0 to 4.5 is read", 1);
    }
    return line.charAt(line.length() - 1) - '0';
  }

  private static final class Reading {
    private final int minor;
    private final List<VcfFinding> findings = new ArrayList<>();
    private final Map<String, VcfDefinition> info;
    private final Map<String, VcfDefinition> format;
    private final VcfMetaRules rules;
    private long line;
    private @Nullable Build reference;
    private @Nullable Build assembly;
    private @Nullable Build length;

    Reading(int minor) {
      this.minor = minor;
      info = new HashMap<>(VcfReserved.info(minor));
      format = new HashMap<>(VcfReserved.format(minor));
      rules = new VcfMetaRules(minor, this::found);
    }

    private void found(String text, Weight weight) {
      if (findings.size() < MAX_FINDINGS || weight == Weight.FILE) {
        findings.add(new VcfFinding(line, text, weight));
      }
    }

    VcfHeader read(TextLines lines) throws IOException {
      for (String text = lines.next(); text != null; text = lines.next()) {
        line = lines.number();
        if (line > MAX_META_LINES || findings.size() > 2 * MAX_FINDINGS) {
          throw new UnreadableFile(Reason.TOO_LARGE, "the header has too many lines", line);
        }
        if (text.startsWith("##")) {
          meta(text);
        } else if (text.startsWith("#")) {
          return columns(text, lines.ended());
        } else {
          throw new UnreadableFile(
              Reason.MALFORMED, "a line before the column header does not begin with ##", line);
        }
      }
      throw new UnreadableFile(Reason.MALFORMED, "the column header is missing", line);
    }

    private void meta(String text) {
      if (text.length() == 2) {
        found("an empty header line", Weight.NOTE);
        return;
      }
      VcfMetaLine meta = VcfMetaLine.of(text);
      String fault = meta.fault();
      if (fault != null) {
        found("header line: " + fault, Weight.FILE);
        return;
      }
      Optional<VcfDefinition> definition = rules.check(meta);
      definition.ifPresent(d -> (meta.key().equals("INFO") ? info : format).put(d.id(), d));
      switch (meta.key()) {
        case "reference" -> reference = Build.named(TextLines.utf8(meta.value())).orElse(reference);
        case "contig" -> contig(meta);
        default -> {}
      }
    }

    private void contig(VcfMetaLine contig) {
      assembly = assembly == null ? Build.named(contig.text("assembly")).orElse(null) : assembly;
      if (Chromosome.of(contig.text("ID")).equals("1")
          && contig.text("length").matches("\\d{1,10}")) {
        length = Build.ofChromosome1(Long.parseLong(contig.text("length"))).orElse(length);
      }
    }

    private VcfHeader columns(String text, boolean ended) throws UnreadableFile {
      String[] names = text.split("\t", -1);
      boolean fixed = text.equals(FIXED) || text.startsWith(FIXED + "\t");
      boolean hasFormat = names.length > 8;
      if (!fixed || hasFormat && !names[8].equals("FORMAT")) {
        throw new UnreadableFile(
            Reason.ROW_SHAPE, "the columns are not those of VCF, tab separated", line);
      }
      if (names.length == 9) {
        throw new UnreadableFile(Reason.ROW_SHAPE, "FORMAT is named but no sample", line);
      }
      List<String> samples = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (int i = 9; i < names.length; i++) {
        String name = TextLines.utf8(names[i]);
        if (name.isEmpty() || !seen.add(name)) {
          throw new UnreadableFile(Reason.MALFORMED, "sample names are empty or not unique", line);
        }
        samples.add(name);
      }
      if (minor >= 3 && !ended) {
        throw new UnreadableFile(
            Reason.MALFORMED, "the column header has no line end: the file may be cut", line);
      }
      return new VcfHeader(
          minor, List.copyOf(samples), hasFormat, info, format, claims(), List.copyOf(findings));
    }

    private List<BuildDetection.Claim> claims() {
      List<BuildDetection.Claim> claims = new ArrayList<>();
      claim(claims, "##reference", reference);
      claim(claims, "the contigs' assembly", assembly);
      claim(claims, "the length of chromosome 1", length);
      return List.copyOf(claims);
    }

    private static void claim(List<BuildDetection.Claim> claims, String by, @Nullable Build build) {
      if (build != null) {
        claims.add(new BuildDetection.Claim(by, build));
      }
    }
  }
}
