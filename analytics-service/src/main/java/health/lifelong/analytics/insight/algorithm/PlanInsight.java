package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.measurement.algorithm.NextBest;
import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.PackMode;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.plan.algorithm.Actions;
import health.lifelong.analytics.plan.algorithm.FollowUps;
import health.lifelong.analytics.plan.algorithm.NextCheckup;
import health.lifelong.analytics.plan.domain.CheckupPlan;
import health.lifelong.analytics.plan.domain.CheckupPlan.Due;
import health.lifelong.analytics.plan.domain.FollowUp;
import health.lifelong.analytics.plan.domain.PlanAction;
import health.lifelong.analytics.plan.domain.Tested;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** At most three things to do, and the next checkup with a reason for each test. */
final class PlanInsight implements InsightRule {
  private final Map<String, Model> models;

  PlanInsight(WaistLimits waist) {
    this.models = ModelGaps.models(waist);
  }

  @Override
  public ModelCard card() {
    return ActionCards.PLAN;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    OptionalInt age = context.ageOn(context.asOf());
    if (age.isEmpty()) {
      String what = context.inputName("age_years");
      return List.of(
          draft(context, served, "next_checkup")
              .missing(List.of(new InputMissing(what, InputMissing.Why.UNKNOWN)))
              .refusal(
                  Reason.INPUT_MISSING,
                  context.texts().say(Message.HELP_ASK, Map.of("what", what))));
    }
    List<Tested> tested = TestedResults.of(context);
    List<FollowUp> open =
        FollowUps.of(tested, visitDays(context), context.pack().schedule(), context.asOf());
    List<Ranked> gaps = NextBest.rank(ModelGaps.of(context, models));
    List<Insight> insights = new ArrayList<>();
    int number = 1;
    for (PlanAction action : Actions.rank(open, levers(context), gaps)) {
      insights.add(action(context, served, "action_" + number, action));
      number++;
    }
    Optional<Ranked> best =
        gaps.stream().filter(gap -> gap.wanted().kind() == Wanted.Kind.MEASUREMENT).findFirst();
    new NextCheckup(
            context.pack().schedule(), context.pack().required("plan.bundle_days").intValue())
        .plan(context.sex(), age.getAsInt(), tested, open, best, context.asOf())
        .ifPresent(plan -> insights.add(checkup(context, served, plan)));
    return insights;
  }

  private static List<LocalDate> visitDays(InsightContext context) {
    return context.history().datedVisits().stream()
        .map(Visit::date)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Levers as far as the pack serves them. */
  private static List<WhatIf> levers(InsightContext context) {
    Optional<ServedModel> served =
        context
            .pack()
            .model(ActionCards.WHAT_IF.id().value())
            .filter(
                model ->
                    context.pack().mode() == PackMode.CLINICAL
                        || model.kind() == ServedModel.Kind.DESCRIBE);
    return served.isEmpty() ? List.of() : Levers.of(context, served.get().maximumAgeDays()).all();
  }

  private Insight action(
      InsightContext context, ServedModel served, String subject, PlanAction action) {
    Draft draft = draft(context, served, subject).place(Place.NEXT);
    return switch (action) {
      case PlanAction.SecondLook look -> secondLook(context, draft, look);
      case PlanAction.Move move -> {
        if (move.lever().lever().throughCare()) {
          draft.limit(Message.LIMIT_DOCTOR_DECIDES);
        }
        yield draft
            .source(move.lever().evidence().citation())
            .result(
                LeverWords.change(context.texts(), move.lever()),
                Facts.of()
                    .text("action", "change")
                    .text("traces_to", trace("what_if", LeverWords.name(move.lever().lever())))
                    .group("lever", LeverWords.facts(move.lever()))
                    .build());
      }
      case PlanAction.Fill fill ->
          draft
              .missing(List.of(GapWords.missing(context, fill.missing())))
              .result(
                  GapWords.sentence(context, fill.missing()),
                  Facts.of()
                      .text("action", "fill")
                      .text("traces_to", trace("next_measurement", fillSubject(fill)))
                      .group("missing", GapWords.facts(context, fill.missing()))
                      .build());
    };
  }

  private static String fillSubject(PlanAction.Fill fill) {
    return switch (fill.missing().wanted().kind()) {
      case MEASUREMENT -> "test";
      case QUESTION -> "answer";
    };
  }

  /** The insight of the same report that an action comes from, without the record's revision. */
  private static String trace(String model, String subject) {
    return model + ":" + subject;
  }

  private static Insight secondLook(
      InsightContext context, Draft draft, PlanAction.SecondLook look) {
    List<String> names =
        look.results().stream().map(f -> context.itemName(f.result().item())).distinct().toList();
    String what = String.join(", ", names);
    LocalDate due = look.results().getFirst().due();
    String sentence =
        look.leftOpen()
            ? context.texts().say(Message.PLAN_LEFT_OPEN, Map.of("what", what))
            : context
                .texts()
                .say(Message.PLAN_SECOND_LOOK, Map.of("what", what, "date", due.toString()));
    draft.used(
        look.results().stream()
            .map(
                f ->
                    new InputUsed(
                        context.itemName(f.result().item()), "", "", f.result().date(), ""))
            .toList());
    return draft.result(
        sentence,
        Facts.of()
            .text("action", "second_look")
            .flag("left_open", look.leftOpen())
            .groups(
                "results",
                look.results().stream()
                    .map(
                        f ->
                            Facts.of()
                                .text("item", f.result().item())
                                .text("date", f.result().date().toString())
                                .text("due", f.due().toString())
                                .build())
                    .toList())
            .build());
  }

  private Insight checkup(InsightContext context, ServedModel served, CheckupPlan plan) {
    String what =
        String.join(", ", plan.due().stream().map(due -> name(context, due)).distinct().toList());
    boolean now = !plan.next().isAfter(context.asOf());
    Draft draft =
        draft(context, served, "next_checkup").place(Place.NEXT).limit(Message.LIMIT_SCHEDULE);
    plan.due().stream()
        .map(Due::source)
        .filter(source -> !source.isEmpty())
        .distinct()
        .forEach(draft::source);
    return draft.result(
        now
            ? context.texts().say(Message.PLAN_CHECKUP_NOW, Map.of("what", what))
            : context
                .texts()
                .say(Message.PLAN_CHECKUP, Map.of("what", what, "date", plan.next().toString())),
        Facts.of()
            .text("date", plan.next().toString())
            .groups("due", plan.due().stream().map(due -> facts(context, due)).toList())
            .groups("later", plan.later().stream().map(due -> facts(context, due)).toList())
            .build());
  }

  private static Facts facts(InsightContext context, Due due) {
    Facts.Builder facts =
        Facts.of()
            .text("id", due.id())
            .text("name", name(context, due))
            .texts("items", due.items())
            .text("reason", due.reason().name())
            .text("reason_text", context.texts().say("plan.reason." + due.reason()))
            .text("day", due.day().toString());
    LocalDate last = due.last();
    if (last != null) {
      facts.text("last", last.toString());
    }
    if (due.months() > 0) {
      facts.number("interval_months", due.months());
    }
    return facts.build();
  }

  /** The name of a row of the schedule, else of its item. */
  private static String name(InsightContext context, Due due) {
    return context
        .texts()
        .find("test." + due.id())
        .orElseGet(() -> context.itemName(due.items().getFirst()));
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject).kinds(DataKind.CHECKUP);
  }
}
