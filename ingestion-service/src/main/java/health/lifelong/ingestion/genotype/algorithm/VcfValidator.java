package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.algorithm.VcfFinding.Weight;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Strict validation: every breach that the reader knows, none tolerated. */
public final class VcfValidator {
  private VcfValidator() {}

  /**
   * The breaches of a file, in order; none where it is valid VCF 4.0 to 4.5. At most the first 100
   * records are told.
   */
  public static List<VcfFinding> validate(InputStream body) throws IOException {
    List<VcfFinding> findings = new ArrayList<>();
    try (BodyStream stream = new BodyStream(body)) {
      TextLines lines = new TextLines(stream);
      String first = lines.next();
      if (first == null) {
        return List.of(new VcfFinding(0, "the file is empty", Weight.FILE));
      }
      VcfHeader header = VcfHeader.read(first, lines);
      findings.addAll(header.findings());
      int[] all = IntStream.range(0, header.samples().size()).toArray();
      VcfReader reader = new VcfReader(header, all, true, (sample, call) -> {});
      reader.read(lines);
      for (Rejected rejected : reader.rejections().first()) {
        findings.add(
            new VcfFinding(
                Long.parseLong(rejected.path().substring("line ".length())),
                rejected.detail(),
                Weight.RECORD));
      }
    } catch (UnreadableFile e) {
      findings.add(new VcfFinding(e.line(), e.detail(), Weight.FILE));
    }
    return findings;
  }
}
