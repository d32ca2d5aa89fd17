package health.lifelong.profile.release.domain;

/** Whom a critical limit is for. */
public enum Population {
  ADULT,
  CHILD
}
