package health.lifelong.profile.safety.algorithm;

import health.lifelong.profile.safety.domain.Due;
import health.lifelong.profile.safety.domain.Notice;
import health.lifelong.profile.safety.domain.OnCallLevel;
import health.lifelong.profile.safety.domain.OnCallList;
import java.util.List;

/** Who is told next about an open critical result. */
public final class Escalation {
  private Escalation() {}

  /**
   * The next level of the centre's list; above the last one there is nobody, so that it is told
   * again and again until somebody answers.
   */
  public static Notice next(OnCallList list, Due due) {
    List<OnCallLevel> levels = list.of(due.centre());
    boolean isHigher = due.level() < levels.size();
    OnCallLevel to = isHigher ? levels.get(due.level()) : levels.getLast();
    return new Notice(due.criticalId(), due.centre(), to, isHigher && due.level() > 0);
  }
}
