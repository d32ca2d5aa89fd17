package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Channel;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what an insight rests on until its outcome is known. */
final class Draft {
  private final InsightContext context;
  private final ServedModel served;
  private final ModelCard card;
  private final String subject;
  private final Set<InputUsed> used = new LinkedHashSet<>();
  private final Set<InputMissing> missing = new LinkedHashSet<>();
  private final Set<String> limits = new LinkedHashSet<>();
  private final Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
  private final List<String> sources = new ArrayList<>();
  private Channel channel;
  private Place place = Place.CONTEXT;
  private String dataVersion;

  Draft(InsightContext context, ServedModel served, ModelCard card, String subject) {
    this.context = context;
    this.served = served;
    this.card = card;
    this.subject = subject;
    this.dataVersion = context.pack().label();
    this.channel =
        switch (served.audience()) {
          case PERSON -> Channel.PERSON;
          case CLINICIAN -> Channel.CLINICIAN;
        };
    for (ModelCard.Source source : card.sources()) {
      sources.add(
          source.doi() == null ? source.citation() : source.citation() + ", doi:" + source.doi());
    }
  }

  Draft used(Collection<InputUsed> inputs) {
    used.addAll(inputs);
    return this;
  }

  Draft missing(Collection<InputMissing> inputs) {
    missing.addAll(inputs);
    return this;
  }

  Draft limit(Message message) {
    limits.add(context.texts().say(message));
    return this;
  }

  Draft limit(String sentence) {
    limits.add(sentence);
    return this;
  }

  Draft source(String source) {
    sources.add(source);
    return this;
  }

  Draft kinds(DataKind... of) {
    kinds.addAll(List.of(of));
    return this;
  }

  Draft place(Place where) {
    place = where;
    return this;
  }

  Draft dataVersion(String version) {
    dataVersion = version + "; " + context.pack().label();
    return this;
  }

  Draft forClinician() {
    channel = Channel.CLINICIAN;
    return this;
  }

  Insight result(String summary, Facts facts) {
    return insight(summary, new Outcome.Result(facts), place);
  }

  /** A refusal; what it says of the person's values is nothing. */
  Insight refusal(Outcome.Reason reason, String wouldHelp) {
    String title = context.texts().say("model." + served.model());
    return refusal(reason, title, wouldHelp);
  }

  /** A refusal about a subject that has a name of its own. */
  Insight refusal(Outcome.Reason reason, String title, String wouldHelp) {
    return refusalSaying(
        reason, context.texts().say(message(reason), Map.of("title", title)), wouldHelp);
  }

  /** A refusal in words of its own. */
  Insight refusalSaying(Outcome.Reason reason, String sentence, String wouldHelp) {
    return insight(sentence, new Outcome.Refusal(reason, sentence, wouldHelp), Place.CONTEXT);
  }

  private Insight insight(String summary, Outcome outcome, Place where) {
    return new Insight(
        served.model() + ":" + subject + ":" + context.record().revision(),
        served.model(),
        card.version(),
        dataVersion,
        subject,
        summary,
        outcome,
        List.copyOf(used),
        List.copyOf(missing),
        sources,
        List.copyOf(limits),
        channel,
        kinds,
        where);
  }

  private static Message message(Outcome.Reason reason) {
    return switch (reason) {
      case INPUT_MISSING -> Message.REFUSAL_INPUT_MISSING;
      case OUT_OF_RANGE -> Message.REFUSAL_OUT_OF_RANGE;
      case POPULATION -> Message.REFUSAL_POPULATION;
      case CONSENT -> Message.REFUSAL_CONSENT;
      case UNKNOWN_HISTORY -> Message.REFUSAL_UNKNOWN_HISTORY;
      case NOT_RELEASED -> Message.REFUSAL_NOT_RELEASED;
      case COVERAGE -> Message.REFUSAL_COVERAGE;
      case NOT_SERVED -> Message.REFUSAL_NOT_SERVED;
    };
  }
}
