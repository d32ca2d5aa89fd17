package health.lifelong.analytics.genotype;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * As much of a VCF as these tests need, kept in memory. FILTER values that begin with {@code PCATx}
 * are notes of PharmCAT's preprocessor about its definitions, not a laboratory's doubts about the
 * call.
 */
public final class TestVcf {
  private static final Pattern RSID = Pattern.compile("rs\\d+");

  private final List<String> samples = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  /** The calls of a row by the text of the sample's cell: thousands of samples share a few. */
  private final List<Map<String, Call>> seen = new ArrayList<>();

  private TestVcf() {}

  /** Reads a file, bgzip or plain. */
  public static TestVcf read(Path file) {
    TestVcf vcf = new TestVcf();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().matches(".*gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().forEach(vcf::line);
      return vcf;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    if (line.startsWith("#CHROM")) {
      List<String> columns = Arrays.asList(line.split("\t"));
      samples.addAll(columns.subList(9, columns.size()));
    } else if (!line.startsWith("#") && !line.isBlank()) {
      rows.add(line.split("\t"));
      seen.add(new HashMap<>());
    }
  }

  public List<String> samples() {
    return List.copyOf(samples);
  }

  /** The calls of one sample. */
  public CallList sample(String build, String sample) {
    return new CallList(build, calls(sample));
  }

  /** The only sample. */
  public CallList only(String build) {
    return sample(build, samples.getFirst());
  }

  /** The records of one sample, in file order. */
  public List<Call> calls(String sample) {
    int column = 9 + samples.indexOf(sample);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      calls.add(seen.get(i).computeIfAbsent(row[column], value -> call(row, value)));
    }
    return calls;
  }

  private static Call call(String[] row, String value) {
    List<String> format = Arrays.asList(row[8].split(":"));
    String[] values = value.split(":");
    boolean filtered =
        Stream.of(row[6].split(";"))
            .anyMatch(
                f -> !f.isBlank() && !f.equals("PASS") && !f.equals(".") && !f.startsWith("PCATx"));
    int set = format.indexOf("PS");
    boolean noSet = set < 0 || set >= values.length || values[set].equals(".");
    String rsid =
        Stream.of(row[2].split(";"))
            .filter(id -> RSID.matcher(id).matches())
            .findFirst()
            .orElse(null);
    return call(
        row[0].replaceFirst("^chr", ""),
        Integer.parseInt(row[1]),
        rsid,
        row[3],
        row[4],
        values[0],
        filtered ? CallState.FILTERED : CallState.CALLED,
        noSet ? null : Integer.valueOf(values[set]));
  }

  static Call call(
      String chromosome,
      int position,
      @Nullable String rsid,
      String ref,
      String alt,
      String genotype,
      CallState called,
      @Nullable Integer phaseSet) {
    List<String> alleles =
        Stream.concat(Stream.of(ref), alt.equals(".") ? Stream.empty() : Stream.of(alt.split(",")))
            .collect(Collectors.toList());
    String[] parts = genotype.split("[/|]");
    int first = index(parts[0]);
    int second = parts.length == 1 ? Call.HAPLOID : index(parts[1]);
    CallState state = called;
    if (first < 0 && second < 0) {
      state = CallState.NO_CALL;
    } else if (first < 0 || second == Call.MISSING) {
      state = CallState.HALF;
    }
    return new Call(
        chromosome,
        position,
        position + ref.length() - 1,
        rsid,
        alleles,
        true,
        first,
        second,
        genotype.contains("|"),
        phaseSet,
        state);
  }

  private static int index(String text) {
    return text.equals(".") ? Call.MISSING : Integer.parseInt(text);
  }
}
