package health.lifelong.local.push;

import health.lifelong.local.suite.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a file is, by its first bytes; its name decides only where the bytes are readable as several
 * things.
 */
public enum FileKind {
  HL7V2,
  FHIR_JSON,
  FHIR_XML,
  NDJSON,
  CSV,
  GENOTYPES,
  APPLE_HEALTH;

  private static final int PEEK = 1 << 16;
  private static final Pattern ARRAY_ROW =
      Pattern.compile(
          "(?m)^\"?(rs|i)\\d+\"?[\\t, ]+\"?(chr)?(\\d{1,2}|X|Y|XY|PAR|MT|M)\"?[\\t, ]+\"?\\d+");
  private static final Pattern ARRAY_HEADER =
      Pattern.compile(
          "(?im)^#?\\s*\"?(rsid|snp name|snpid|rs#?|marker)\"?\\s*[\\t, ].*(chrom|position|genotype|allele|result)");

  /** The name in receipts and in {@code --format}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@code --format}. */
  public static FileKind named(String label) {
    for (FileKind kind : values()) {
      if (kind.label().equals(label.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new Failure(
        "--format is one of hl7v2, fhir-json, fhir-xml, ndjson, csv, genotypes, apple-health");
  }

  /** Looks into the file. */
  public static FileKind of(Path file) throws IOException {
    byte[] head = head(file);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K') {
      return APPLE_HEALTH;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String start =
        text.startsWith("\u00EF\u00BB\u00BF")
            ? text.substring(3).stripLeading()
            : text.stripLeading();
    if (start.startsWith("MSH")
        || start.startsWith("FHS")
        || start.startsWith("BHS")
        || start.startsWith("\u000BMSH")) {
      return HL7V2;
    }
    if (start.startsWith("##fileformat") || name.contains(".vcf")) {
      return GENOTYPES;
    }
    if (start.startsWith("<")) {
      return start.contains("HealthData") ? APPLE_HEALTH : FHIR_XML;
    }
    if (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz") || name.endsWith(".jsonl")) {
      return NDJSON;
    }
    if (start.startsWith("{") || start.startsWith("[") || name.endsWith(".json")) {
      return FHIR_JSON;
    }
    if (name.endsWith(".xml")) {
      return FHIR_XML;
    }
    if (name.endsWith(".hl7")) {
      return HL7V2;
    }
    return genotypes(start) ? GENOTYPES : CSV;
  }

  private static boolean genotypes(String text) {
    return ARRAY_ROW.matcher(text).find()
        || ARRAY_HEADER.matcher(text).find()
        || text.contains("23andMe")
        || text.startsWith("[Header]");
  }

  /** The first bytes, unzipped where the file is gzip. */
  private static byte[] head(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      if (!gzip) {
        return raw.readNBytes(PEEK);
      }
      try (InputStream unzipped = new GZIPInputStream(raw)) {
        return unzipped.readNBytes(PEEK);
      }
    }
  }
}
