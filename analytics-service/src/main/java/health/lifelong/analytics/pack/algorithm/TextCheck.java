package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.fusion.domain.FusedRisk;
import health.lifelong.analytics.pack.domain.ChannelPolicy;
import health.lifelong.analytics.pack.domain.ConsentPurpose;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.plan.domain.CheckupPlan;
import health.lifelong.analytics.screening.domain.ScreeningClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether every sentence exists in every language of the pack, with places that somebody fills. */
final class TextCheck {
  private static final List<Message> DIFFERENT_WORDS =
      List.of(
          Message.VALUE_MISSING,
          Message.VALUE_NOT_DONE,
          Message.VALUE_UNKNOWN,
          Message.VALUE_UNMAPPED,
          Message.VALUE_ZERO);

  private TextCheck() {}

  static List<PackFinding> check(RegionPack pack) {
    List<PackFinding> findings = new ArrayList<>();
    Set<String> asked = asked(pack);
    Set<String> all = new TreeSet<>();
    pack.texts().values().forEach(texts -> all.addAll(texts.messages().keySet()));
    for (String locale : pack.locales()) {
      Texts texts = pack.texts().get(locale);
      if (texts == null) {
        findings.add(new PackFinding(file(locale), "all", "missing language", locale));
        continue;
      }
      Set<String> missing = new TreeSet<>(asked);
      missing.addAll(all);
      missing.removeAll(texts.messages().keySet());
      missing.forEach(
          id -> findings.add(new PackFinding(file(locale), id, "missing text", "no sentence")));
      places(texts, findings);
      fiveWords(texts, findings);
      findings.addAll(WordingRules.check(texts));
    }
    return findings;
  }

  private static Set<String> asked(RegionPack pack) {
    Set<String> ids = new TreeSet<>();
    for (Message message : Message.values()) {
      ids.add(message.id());
    }
    pack.bmi()
        .schemes()
        .getOrDefault(pack.bmiScheme(), List.of())
        .forEach(band -> ids.add("bmi." + band.label()));
    pack.models().stream().map(ServedModel::model).forEach(model -> ids.add("model." + model));
    for (ScreeningClass judgement : ScreeningClass.values()) {
      ids.add("statutory." + judgement);
      ids.add("screening.meaning." + judgement);
    }
    pack.schedule().forEach(row -> ids.add("test." + row.id()));
    pack.riskFactors().forEach(factor -> ids.add("factor." + factor.id()));
    for (FusedRisk.Why why : FusedRisk.Why.values()) {
      ids.add("fused.why." + why);
    }
    for (Discordance.Kind kind : Discordance.Kind.values()) {
      ids.add("discordance." + kind);
    }
    for (CheckupPlan.Reason reason : CheckupPlan.Reason.values()) {
      ids.add("plan.reason." + reason);
    }
    pack.consentPurposes().stream().map(ConsentPurpose::textId).forEach(ids::add);
    pack.channelPolicies().stream()
        .map(ChannelPolicy::textId)
        .filter(id -> id != null)
        .forEach(ids::add);
    return ids;
  }

  private static void places(Texts texts, List<PackFinding> findings) {
    var messages = new TreeMap<>(texts.messages());
    for (Message message : Message.values()) {
      Set<String> unfilled = new TreeSet<>(Texts.places(messages.getOrDefault(message.id(), "")));
      unfilled.removeAll(message.places());
      if (!unfilled.isEmpty()) {
        findings.add(
            new PackFinding(
                file(texts.language()),
                message.id(),
                "unknown place",
                String.join(", ", unfilled)));
      }
    }
  }

  /** Missing, not done, unknown, unmapped and zero are five different things in every language. */
  private static void fiveWords(Texts texts, List<PackFinding> findings) {
    Set<String> words = new HashSet<>();
    for (Message message : DIFFERENT_WORDS) {
      String word = texts.messages().get(message.id());
      if (word != null && !words.add(word)) {
        findings.add(
            new PackFinding(
                file(texts.language()), message.id(), "five words", "says the same as another"));
      }
    }
  }

  private static String file(String locale) {
    return "texts/" + locale + ".properties";
  }
}
