package health.lifelong.analytics.pharmacogenomics;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recommendation part of {@link CpicConversion}. */
final class CpicDrugConversion {
  private final CsvFiles files;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  CpicDrugConversion(CsvFiles files) {
    this.files = files;
  }

  void convert(Path folder) {
    files.row("drugs.csv", "drug", "rxnorm", "guideline", "url", "pmids", "genes", "notes");
    files.row(
        "recommendations.csv",
        "drug",
        "population",
        "classification",
        "lookup_keys",
        "implications",
        "recommendation",
        "comments");
    for (Path file : CpicJson.list(folder)) {
      JsonNode drug = CpicJson.read(file);
      String name = drug.get("drugname").asText();
      List<String> pmids = new ArrayList<>();
      for (JsonNode citation : drug.get("citations")) {
        pmids.add(citation.get("pmid").asText());
      }
      files.row(
          "drugs.csv",
          name,
          drug.get("drugid").asText().replace("RxNorm:", ""),
          drug.get("guidelinename").asText(),
          drug.get("url").asText(),
          String.join(" ", pmids),
          CpicJson.strings(drug.get("genes")),
          drug.get("notesonusage").asText("").replace("null", ""));
      for (JsonNode advice : drug.get("recommendations")) {
        files.row(
            "recommendations.csv",
            name,
            advice.get("population").asText(),
            advice.get("classification").asText(),
            fields(advice.get("lookupkey"), false),
            fields(advice.get("implications"), true),
            text(advice.get("drugrecommendation").asText()),
            text(advice.get("comments").asText()));
      }
    }
    files.row("texts.csv", "number", "text");
    texts.forEach((text, number) -> files.row("texts.csv", number.toString(), text));
  }

  private String fields(JsonNode object, boolean asText) {
    List<String> all = new ArrayList<>();
    object
        .properties()
        .forEach(
            field -> {
              String value = field.getValue().asText();
              all.add(field.getKey() + "=" + (asText ? text(value) : value));
            });
    return String.join(";", all);
  }

  /** Texts repeat thousands of times, so rows name them by number. */
  private String text(String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    if (plain.isEmpty() || plain.equals("n/a")) {
      return "";
    }
    return texts.computeIfAbsent(plain, absent -> texts.size() + 1).toString();
  }
}
