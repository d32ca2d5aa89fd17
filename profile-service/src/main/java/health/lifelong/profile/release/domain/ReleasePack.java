package health.lifelong.profile.release.domain;

import java.util.List;

/** The release rules of one region. */
public record ReleasePack(List<ReleaseRule> rules, List<CriticalLimit> limits) {
  public ReleasePack {
    rules = List.copyOf(rules);
    limits = List.copyOf(limits);
  }
}
