package health.lifelong.analytics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.plan.algorithm.Actions;
import health.lifelong.analytics.plan.algorithm.FollowUps;
import health.lifelong.analytics.plan.algorithm.NextCheckup;
import health.lifelong.analytics.plan.domain.CheckupPlan;
import health.lifelong.analytics.plan.domain.CheckupPlan.Due;
import health.lifelong.analytics.plan.domain.CheckupPlan.Reason;
import health.lifelong.analytics.plan.domain.FollowUp;
import health.lifelong.analytics.plan.domain.PlanAction;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.analytics.plan.domain.Tested;
import health.lifelong.analytics.plan.domain.Tested.Level;
import health.lifelong.analytics.whatif.algorithm.LeverTable;
import health.lifelong.analytics.whatif.algorithm.WhatIfs;
import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverState;
import health.lifelong.analytics.whatif.domain.LeverTargets;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2025-05-12");
  private static final List<ScheduledTest> SCHEDULE =
      List.of(
          row("glucose", null, 20, null, 24, 12, 3, "GLU_F"),
          row("lipids", null, 20, null, 48, 24, 6, "TC", "LDL"),
          row("body", null, 20, null, 24, 12, null, "WAIST"),
          row("breast", Sex.F, 40, 69, 24, null, null, "MAMMO"));

  private static ScheduledTest row(
      String id,
      @Nullable Sex sex,
      int from,
      @Nullable Integer to,
      int months,
      @Nullable Integer borderline,
      @Nullable Integer secondLook,
      String... items) {
    return new ScheduledTest(
        id, List.of(items), sex, from, to, months, borderline, secondLook, "guideline");
  }

  private static Tested tested(String item, String date, Level level) {
    return new Tested(item, LocalDate.parse(date), level);
  }

  private static List<FollowUp> open(List<Tested> tested, String... visits) {
    return FollowUps.of(
        tested, List.of(visits).stream().map(LocalDate::parse).toList(), SCHEDULE, TODAY);
  }

  private static CheckupPlan plan(Sex sex, int age, List<Tested> tested, Optional<Ranked> best) {
    return new NextCheckup(SCHEDULE, 180)
        .plan(sex, age, tested, open(tested, "2025-05-12"), best, TODAY)
        .orElseThrow();
  }

  private static Due due(CheckupPlan plan, String id) {
    return Stream.concat(plan.due().stream(), plan.later().stream())
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aResultThatAsksForASecondLookIsOpenUntilTheItemIsTestedAgain() {
    Tested high = tested("GLU_F", "2025-05-12", Level.SECOND_LOOK);

    assertThat(open(List.of(high), "2025-05-12"))
        .containsExactly(new FollowUp(high, LocalDate.parse("2025-08-12"), false));
    Tested before = tested("GLU_F", "2023-05-12", Level.SECOND_LOOK);
    assertThat(open(List.of(before, tested("GLU_F", "2024-05-12", Level.USUAL)), "2024-05-12"))
        .isEmpty();
    assertThat(open(List.of(before, tested("GLU_F", "2024-05-12", Level.DONE)), "2024-05-12"))
        .as("a later result that a clinician holds is a second look too")
        .isEmpty();
  }

  @Test
  void aVisitWithoutTheTestAndAPassedDayLeaveItOpen() {
    Tested old = tested("LDL", "2024-12-20", Level.SECOND_LOOK);

    assertThat(open(List.of(old), "2024-12-20", "2025-05-12"))
        .singleElement()
        .matches(FollowUp::leftOpen, "a visit went by");
    assertThat(open(List.of(tested("LDL", "2024-05-01", Level.SECOND_LOOK)), "2024-05-01"))
        .singleElement()
        .matches(FollowUp::leftOpen, "the day has passed");
    assertThat(open(List.of(old), "2024-12-20")).singleElement().matches(f -> !f.leftOpen());
  }

  @Test
  void outsideTheRangeWithoutScheduleIsFollowedUpOnlyWhereAVisitWentBy() {
    Tested thyroid = tested("TSH", "2024-05-12", Level.BORDERLINE);

    assertThat(open(List.of(thyroid), "2024-05-12")).isEmpty();
    assertThat(open(List.of(thyroid), "2024-05-12", "2025-05-12"))
        .singleElement()
        .matches(FollowUp::leftOpen);
  }

  @Test
  void aWaistHasNoSecondLookAndTheFutureIsNotRead() {
    assertThat(open(List.of(tested("WAIST", "2024-01-01", Level.SECOND_LOOK)), "2025-05-12"))
        .isEmpty();
    assertThat(open(List.of(tested("GLU_F", "2026-01-01", Level.SECOND_LOOK)), "2026-01-01"))
        .isEmpty();
  }

  @Test
  void theScheduleHoldsByAgeAndSex() {
    CheckupPlan man = plan(Sex.M, 53, List.of(), Optional.empty());
    CheckupPlan woman = plan(Sex.F, 53, List.of(), Optional.empty());

    assertThat(man.due()).extracting(Due::id).doesNotContain("breast");
    assertThat(due(woman, "breast").reason()).isEqualTo(Reason.NEVER_DONE);
    assertThat(plan(Sex.F, 75, List.of(), Optional.empty()).due())
        .extracting(Due::id)
        .doesNotContain("breast");
    assertThat(
            new NextCheckup(SCHEDULE, 180)
                .plan(null, 15, List.of(), List.of(), Optional.empty(), TODAY))
        .isEmpty();
  }

  @Test
  void routineSoonerAndLaterHaveTheirDays() {
    CheckupPlan plan =
        plan(
            Sex.M,
            53,
            List.of(
                tested("GLU_F", "2025-05-12", Level.BORDERLINE),
                tested("TC", "2025-05-12", Level.USUAL),
                tested("LDL", "2021-05-12", Level.BORDERLINE),
                tested("WAIST", "2025-05-12", Level.USUAL)),
            Optional.empty());

    assertThat(due(plan, "glucose").reason()).isEqualTo(Reason.SOONER);
    assertThat(due(plan, "glucose").day()).isEqualTo(LocalDate.parse("2026-05-12"));
    assertThat(due(plan, "lipids").reason()).isEqualTo(Reason.ROUTINE);
    assertThat(due(plan, "lipids").day()).isEqualTo(LocalDate.parse("2029-05-12"));
    assertThat(plan.next()).isEqualTo(LocalDate.parse("2026-05-12"));
    assertThat(plan.due()).extracting(Due::id).containsExactly("glucose");
    assertThat(plan.later()).extracting(Due::id).containsExactly("body", "lipids");
  }

  @Test
  void whatIsOverdueIsDueTodayAndTheMissingTestJoins() {
    Ranked best =
        new Ranked(new Wanted(Wanted.Kind.MEASUREMENT, "CREAT"), 3, List.of("ckd_epi"), List.of());
    CheckupPlan plan =
        plan(
            Sex.M,
            53,
            List.of(tested("GLU_F", "2020-05-12", Level.SECOND_LOOK)),
            Optional.of(best));

    assertThat(plan.next()).isEqualTo(TODAY);
    assertThat(due(plan, "follow_up_GLU_F").reason()).isEqualTo(Reason.LEFT_OPEN);
    assertThat(due(plan, "most_CREAT").reason()).isEqualTo(Reason.WOULD_SAY_MORE);
    assertThat(plan.due()).allMatch(d -> !d.day().isBefore(TODAY));
  }

  @Test
  void actionsAreAtMostThreeWithWhatWasLeftOpenFirst() {
    List<FollowUp> open =
        List.of(
            new FollowUp(tested("LDL", "2023-05-12", Level.SECOND_LOOK), TODAY, true),
            new FollowUp(tested("GLU_F", "2025-05-12", Level.SECOND_LOOK), TODAY, false));
    List<WhatIf> levers =
        new WhatIfs(LeverTable.standard(), new LeverTargets(130, 130, 25, 0.05))
            .all(
                new LeverState(true, true, false, 31.0, 90.0, 150.0, 190.0, false),
                Map.of("cvd", 0.1, "ascvd", 0.08));
    Ranked missing =
        new Ranked(new Wanted(Wanted.Kind.QUESTION, "diabetes"), 3, List.of("x"), List.of());

    List<PlanAction> all = Actions.rank(open, levers, List.of(missing));
    assertThat(all).hasSize(3);
    assertThat(all.get(0)).isEqualTo(new PlanAction.SecondLook(List.of(open.get(0)), true));
    assertThat(all.get(1)).isEqualTo(new PlanAction.SecondLook(List.of(open.get(1)), false));
    assertThat(all.get(2)).isInstanceOf(PlanAction.Move.class);

    List<PlanAction> calm = Actions.rank(List.of(), levers, List.of(missing));
    assertThat(calm).hasSize(2);
    assertThat(((PlanAction.Move) calm.get(0)).lever().lever())
        .as("pressure from 150 to 130 takes away the most for sure")
        .isEqualTo(Lever.BLOOD_PRESSURE);
    assertThat(calm.get(1)).isEqualTo(new PlanAction.Fill(missing));
    assertThat(Actions.rank(List.of(), List.of(), List.of())).isEmpty();
  }

  @Test
  void aQuestionComesBeforeATestOfTheSameWorth() {
    Ranked test =
        new Ranked(new Wanted(Wanted.Kind.MEASUREMENT, "CREAT"), 3, List.of(), List.of("x"));
    Ranked answer =
        new Ranked(new Wanted(Wanted.Kind.QUESTION, "diabetes"), 3, List.of(), List.of("x"));
    Ranked less =
        new Ranked(new Wanted(Wanted.Kind.QUESTION, "on_statin"), 1, List.of(), List.of("x"));

    assertThat(Actions.rank(List.of(), List.of(), List.of(test, answer)))
        .containsExactly(new PlanAction.Fill(answer));
    assertThat(Actions.rank(List.of(), List.of(), List.of(test, less)))
        .containsExactly(new PlanAction.Fill(test));
  }
}
